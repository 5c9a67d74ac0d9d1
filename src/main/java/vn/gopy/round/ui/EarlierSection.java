package vn.gopy.round.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.gopy.round.EarlierSaid;
import vn.gopy.round.Keeping;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.State;
import vn.gopy.shared.ui.State.Tone;

/**
 * What was said in the round before and what became of it: the sums at a look, each opinion when it is opened. What is chosen,
 * or all of it, is said once more by a press.
 */
final class EarlierSection extends Section {

    private final transient ReplyPage page;
    private final transient Keeping keeping;
    private final Set<UUID> chosen = new LinkedHashSet<>();
    private final NativeDetails each = new NativeDetails();

    EarlierSection(ReplyPage page, Keeping keeping) {
        this.page = page;
        this.keeping = keeping;
        addClassName("earlier");
        show();
    }

    void show() {
        removeAll();
        chosen.clear();
        var sheet = page.sheet();
        keeping.of(page.asker(), sheet.round().id(), sheet.invitee().key()).ifPresent(this::show);
        setVisible(getComponentCount() > 0);
    }

    private void show(EarlierSaid.Earlier earlier) {
        List<EarlierSaid.Said> said = earlier.said();
        var head = Parts.section(
                getTranslation("answering.earlier", page.sheet().invitee().name()), earlier.title());
        boolean open = page.writable() && !page.amending() && said.stream().anyMatch(one -> !one.kept());
        if (open) {
            NativeButton keep = Parts.button("bookmark", getTranslation("answering.earlier.keep"), "sm", "all");
            keep.addClickListener(click -> keep(said));
            head.add(keep);
        }
        UnorderedList list = Parts.classed(new UnorderedList(), "said-list");
        said.forEach(one -> list.add(card(one, open)));
        each.setSummaryText(getTranslation("answering.earlier.each"));
        each.setContent(list);
        add(head, Parts.classed(new Paragraph(sums(earlier)), "cap", "sums"), each);
    }

    /** With two figures, as offices write: they add up to all that was said. */
    private String sums(EarlierSaid.Earlier earlier) {
        List<EarlierSaid.Said> said = earlier.said();
        String all = getTranslation("answering.earlier.count", Figures.two(said.size()));
        if (!earlier.announced()) {
            return all + " " + getTranslation("answering.earlier.untold");
        }
        Map<String, Integer> became = new LinkedHashMap<>();
        said.forEach(one -> became.merge(word(one), 1, Integer::sum));
        return all + " = "
                + became.entrySet().stream()
                        .map(one ->
                                Figures.two(one.getValue()) + " " + one.getKey().toLowerCase(getLocale()))
                        .collect(Collectors.joining(" + "));
    }

    private String word(EarlierSaid.Said one) {
        return getTranslation(one.outcome() == null ? "desk.bar.pending" : "reader.outcome." + one.outcome());
    }

    private ListItem card(EarlierSaid.Said said, boolean open) {
        Div head = Parts.classed(new Div(), "said-head");
        if (open && !said.kept()) {
            Checkbox choice = new Checkbox(said.place());
            choice.addValueChangeListener(change -> {
                if (change.getValue()) {
                    chosen.add(said.id());
                } else {
                    chosen.remove(said.id());
                }
            });
            head.add(choice);
        } else {
            head.add(Parts.classed(new Span(said.place()), "row-title"));
        }
        if (said.kept()) {
            head.add(new State(Tone.ACCENT, "bookmark", getTranslation("answering.earlier.kept")));
        } else if (said.outcome() != null) {
            head.add(new State(tone(said.outcome()), icon(said.outcome()), word(said)));
        }
        ListItem card = new ListItem(head, Parts.classed(new Paragraph(said.words()), "q"));
        if (said.proposal() != null && !said.proposal().isBlank()) {
            card.add(Parts.classed(new Paragraph(getTranslation("answering.proposes", said.proposal())), "q"));
        }
        if (!said.answer().isBlank()) {
            card.add(Parts.classed(new Paragraph(said.answer()), "small"));
        }
        if (!said.applied().isBlank()) {
            card.add(
                    Parts.classed(new Paragraph(getTranslation("answering.earlier.applied", said.applied())), "small"));
        }
        card.add(Parts.classed(
                new Paragraph(Parts.classed(new Anchor(said.now(), getTranslation("answering.earlier.now")), "lnk")),
                "cap"));
        return card;
    }

    private static Tone tone(String outcome) {
        return switch (outcome) {
            case "ACCEPT", "ACCEPT_LATER" -> Tone.OK;
            case "ACCEPT_PART" -> Tone.PART;
            case "ESCALATE" -> Tone.WAIT;
            case "KEEP", "ALREADY" -> Tone.KEEP;
            default -> Tone.IDLE;
        };
    }

    private static String icon(String outcome) {
        return switch (outcome) {
            case "ACCEPT", "ACCEPT_LATER" -> "check";
            case "ACCEPT_PART" -> "half";
            case "ESCALATE" -> "flag";
            case "KEEP", "ALREADY" -> "shield";
            default -> "info";
        };
    }

    /** Those that are ticked; where none is, all. */
    private void keep(List<EarlierSaid.Said> said) {
        Collection<UUID> wanted = chosen.isEmpty()
                ? said.stream()
                        .filter(one -> !one.kept())
                        .map(EarlierSaid.Said::id)
                        .toList()
                : List.copyOf(chosen);
        var sheet = page.sheet();
        page.attempt(
                () -> keeping.keep(
                        page.asker(), sheet.round().id(), sheet.invitee().key(), wanted),
                getTranslation("answering.earlier.done", Figures.two(wanted.size())));
    }
}
