package vn.gopy.round.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.ui.Parts;

/** The rounds that the person may know of. */
@Route(Addresses.ROUNDS)
@PermitAll
class RoundsView extends Main implements HasDynamicTitle {

    RoundsView(Askers askers, Rounds rounds, RoundRow row, Clock clock) {
        addClassName("page");
        Div head = Parts.classed(new Div(Parts.title(getTranslation("nav.rounds"))), "page-head");
        UnorderedList list = Parts.classed(new UnorderedList(), "rounds");
        Person asker = askers.require();
        List<Round> known = rounds.list(asker).stream()
                .sorted(Round.byUrgency(clock.instant()))
                .toList();
        row.belowTitle(this, asker, known).forEach(list::add);
        add(head);
        add(known.isEmpty() ? Parts.classed(new Paragraph(getTranslation("empty.rounds")), "empty") : list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.rounds") + " · Góp Ý";
    }
}
