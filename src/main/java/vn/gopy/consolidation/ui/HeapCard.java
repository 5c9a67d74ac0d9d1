package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.ui.Heaps.Heap;
import vn.gopy.legaltext.citation.CitedUnit;
import vn.gopy.opinion.CommentFile;
import vn.gopy.opinion.CommentId;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.State;

/** One group of points at its place: who said what, in their own words, and what became of it. */
final class HeapCard extends Section {

    /** Hears what is pressed. */
    interface Desk {

        void choose(Heap heap);

        void mark(PointId point, boolean marked);

        void ungroup(Heap heap);

        void split(Point point, int start, int end);

        void takeSide(Heap heap, PointId point, String side);
    }

    private static final String MARKED = "(s => s.anchorNode === s.focusNode && "
            + "element.closest('.point').querySelector('.say').contains(s.anchorNode) ? Math.%s(s.anchorOffset, s.focusOffset) : 0)"
            + "(getSelection())";
    private static final String MARKED_FROM = MARKED.formatted("min");
    private static final String MARKED_TO = MARKED.formatted("max");

    private final NativeButton open;

    /**
     * @param marked points that are ticked to be grouped
     * @param changes whether anything is changed any more, or all is only read
     */
    HeapCard(Heap heap, boolean current, Set<PointId> marked, boolean changes, Desk desk) {
        addClassName("heap");
        getElement().setAttribute("data-group", heap.group().toString());
        if (current) {
            addClassName("cur");
            getElement().setAttribute("aria-current", "true");
        }
        open = opening(heap, desk);
        add(head(heap));
        for (Point point : heap.points()) {
            Div line = by(point, marked.contains(point.id()), changes, on -> desk.mark(point.id(), on));
            if (changes && heap.points().size() > 1) {
                line.add(side(heap, point, desk));
            }
            if (changes && !point.text().isBlank()) {
                line.add(split(point, desk));
            }
            add(point(point, line));
        }
        if (changes && heap.points().size() > 1) {
            NativeButton apart = Parts.button("undo", getTranslation("consolidating.ungroup"), "ter", "sm");
            apart.addClickListener(click -> desk.ungroup(heap));
            add(Parts.classed(new Div(apart), "apart"));
        }
    }

    /** Leads there who goes on with the keys: what is pressed next is seen to be about this group. */
    void lead() {
        open.focus();
    }

    private NativeButton opening(Heap heap, Desk desk) {
        int count = heap.points().size();
        String words = count == 1
                ? getTranslation(
                        "consolidating.heap.one", String.valueOf(heap.first().number()))
                : getTranslation("consolidating.heap.many", Figures.two(count));
        NativeButton button = Parts.button(count == 1 ? "comment" : "layers", words, "ter", "pick");
        button.addClickListener(click -> desk.choose(heap));
        return button;
    }

    private Div head(Heap heap) {
        Div head = Parts.classed(new Div(open), "head");
        if (Point.differ(heap.points())) {
            head.add(new State(State.Tone.WAIT, "compare", getTranslation("consolidating.opposed")));
        }
        outcome(heap).forEach(head::add);
        if (heap.check() != null) {
            head.add(new State(State.Tone.OK, "check", getTranslation("consolidating.checked")));
        }
        return head;
    }

    private List<State> outcome(Heap heap) {
        List<Outcome> all = heap.points().stream()
                .map(Point::outcome)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return all.isEmpty()
                ? List.of(new State(State.Tone.IDLE, "clock", getTranslation("consolidating.pending")))
                : all.stream()
                        .map(OutcomeLook::of)
                        .map(look -> new State(look.tone(), look.icon(), getTranslation(look.words())))
                        .collect(Collectors.toList());
    }

    /** What is marked of the words becomes a point of its own; what is marked elsewhere counts for nothing. */
    private NativeButton split(Point point, Desk desk) {
        NativeButton button = Parts.button("split", "", "ter", "sm", "split");
        button.setAriaLabel(getTranslation("consolidating.split.of", String.valueOf(point.number())));
        button.setTitle(getTranslation("consolidating.split.hint"));
        button.getElement().addEventListener("mousedown", event -> {}).preventDefault(); // what is marked stays marked
        button.getElement()
                .addEventListener(
                        "click",
                        event -> desk.split(
                                point,
                                event.getEventData().get(MARKED_FROM).asInt(),
                                event.getEventData().get(MARKED_TO).asInt()))
                .addEventData(MARKED_FROM)
                .addEventData(MARKED_TO);
        return button;
    }

    private NativeButton side(Heap heap, Point point, Desk desk) {
        String shown = point.side().isEmpty()
                ? getTranslation("consolidating.side.none")
                : getTranslation("consolidating.side", point.side());
        NativeButton button = Parts.button("", shown, "ter", "sm", "side");
        button.setAriaLabel(getTranslation("consolidating.side.of", String.valueOf(point.number()), shown));
        button.setTitle(getTranslation("consolidating.side.hint"));
        button.addClickListener(click -> desk.takeSide(heap, point.id(), Sides.after(point.side())));
        return button;
    }

    private Div by(Point point, boolean marked, boolean changes, Consumer<Boolean> mark) {
        Input box = new Input();
        box.setVisible(changes);
        box.setType("checkbox");
        box.setAriaLabel(getTranslation("consolidating.mark", String.valueOf(point.number()), point.who()));
        box.getElement().setProperty("checked", marked);
        box.getElement()
                .addEventListener(
                        "change",
                        event -> mark.accept(
                                event.getEventData().get("element.checked").asBoolean()))
                .addEventData("element.checked");
        Div by = Parts.classed(
                new Div(
                        box,
                        Parts.classed(new Span(String.valueOf(point.number())), "cap"),
                        Parts.classed(new Span(point.who()), "strong"),
                        Parts.classed(new Span(point.sourceRef()), "cap", "ref")),
                "by");
        if (point.reserved() != null) {
            by.add(Parts.caption(getTranslation("consolidating.reserved", point.reserved())));
        }
        return by;
    }

    private Div point(Point point, Div line) {
        Div card = Parts.classed(new Div(line), "point");
        if (point.restricted() && point.text().isEmpty()) {
            card.add(Parts.classed(new Paragraph(getTranslation("consolidating.restricted")), "cap"));
            return card;
        }
        if (!point.text().isBlank()) {
            card.add(Parts.classed(new Paragraph(point.text()), "say"));
        }
        if (point.replacement() != null) {
            card.add(
                    Parts.classed(new Paragraph(getTranslation("consolidating.proposes", point.replacement())), "say"));
        }
        String related = point.places().stream()
                .filter(place -> !place.main())
                .map(place -> CitedUnit.wordsOf(place.path()))
                .collect(Collectors.joining("; "));
        if (!related.isEmpty()) {
            card.add(Parts.caption(getTranslation("consolidating.related", related)));
        }
        if (!point.files().isEmpty() && point.commentId() != null) {
            card.add(files(point.commentId(), point.files()));
        }
        return card;
    }

    /** The files that came with the opinion, to be taken down. */
    private UnorderedList files(CommentId opinion, List<CommentFile> files) {
        UnorderedList list = Parts.classed(new UnorderedList(), "files");
        list.getElement().setAttribute("aria-label", getTranslation("consolidating.files"));
        files.forEach(file -> {
            Anchor link = new Anchor(file.address(opinion), file.name());
            link.setRouterIgnore(true);
            link.getElement().setAttribute("download", file.name());
            list.add(new ListItem(link, Parts.classed(new Span(Figures.bytes(file.size())), "cap")));
        });
        return list;
    }
}
