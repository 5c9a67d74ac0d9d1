package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import vn.gopy.consolidation.choice.OptionChoices.Offer;
import vn.gopy.consolidation.choice.OptionChoices.Option;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;

/** How many have chosen which option of the drafts, closed until it is asked who they are. */
final class OptionBar extends NativeDetails {

    OptionBar(List<Offer> offers) {
        addClassNames("foot-bar", "next-draft", "options");
        setSummaryText(offers.stream().map(this::counts).collect(Collectors.joining(" · ")));
        UnorderedList rows = new UnorderedList();
        for (Offer offer : offers) {
            offer.options().forEach(option -> rows.add(row(offer, option)));
        }
        setContent(rows);
    }

    /** "Khoản 1 Điều 16 – Phương án 1: 15, Phương án 2: 03". */
    private String counts(Offer offer) {
        return offer.place() + " – "
                + offer.options().stream()
                        .map(option -> getTranslation("options.count", option.label(), Figures.two(option.all())))
                        .collect(Collectors.joining(", "));
    }

    private ListItem row(Offer offer, Option option) {
        return new ListItem(
                Parts.classed(new Span(offer.place() + ", " + option.label() + ": "), "strong"),
                new Span(
                        option.all() == 0
                                ? getTranslation("options.none")
                                : getTranslation(
                                        "options.who",
                                        Figures.two(option.units()),
                                        Figures.two(option.people()),
                                        String.join("; ", option.who()))));
    }
}
