package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.ui.DossierSection;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.ui.Parts;

/** The rounds about the drafts of a dossier on its page, the latest first. */
@SpringComponent
class RoundsOfDossier implements DossierSection {

    private final Rounds rounds;
    private final Dossiers dossiers;
    private final RoundRow row;

    RoundsOfDossier(Rounds rounds, Dossiers dossiers, RoundRow row) {
        this.rounds = rounds;
        this.dossiers = dossiers;
        this.row = row;
    }

    @Override
    public Optional<Component> of(Component page, Person asker, DossierId dossier) {
        List<Round> known = rounds.of(asker, dossier);
        boolean opens = rounds.mayRun(asker) && !dossiers.get(asker, dossier).ended();
        if (known.isEmpty() && !opens) {
            return Optional.empty();
        }
        H2 head = Parts.section(page.getTranslation("nav.rounds"), "");
        if (opens) {
            head.add(Parts.classed(
                    Parts.buttonLink(Addresses.openRound(dossier), "send", page.getTranslation("opening.action"), "sm"),
                    "at-end"));
        }
        UnorderedList list = Parts.classed(new UnorderedList(), "rounds");
        row.of(page, asker, known.reversed()).forEach(list::add);
        return Optional.of(new Section(head, list));
    }
}
