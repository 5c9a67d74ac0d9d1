package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import vn.gopy.consolidation.letter.Cutting.Piece;
import vn.gopy.consolidation.letter.Cutting.Proposed;
import vn.gopy.shared.ui.Parts;

/** The points that are proposed for a text, each in its own words: a person ticks which are wanted, and joins what was cut too much. */
final class PieceList extends Div {

    private final transient Runnable changed;
    private final String none;
    private transient List<Piece> proposed = new ArrayList<>();
    private final transient Set<Integer> left = new HashSet<>();
    private transient String read = "";

    /**
     * @param none said where nothing is proposed
     * @param changed hears that others are wanted now
     */
    PieceList(String none, Runnable changed) {
        this.none = none;
        this.changed = changed;
        addClassName("pieces");
    }

    void show(Proposed found) {
        read = found.text();
        proposed = new ArrayList<>(found.pieces());
        left.clear();
        draw();
    }

    /** What is ticked, in the order of the words. */
    List<Piece> wanted() {
        return IntStream.range(0, proposed.size())
                .filter(n -> !left.contains(n))
                .mapToObj(proposed::get)
                .toList();
    }

    private void draw() {
        removeAll();
        if (proposed.isEmpty()) {
            add(Parts.caption(none));
        }
        for (int n = 0; n < proposed.size(); n++) {
            add(card(n));
        }
        changed.run();
    }

    private Div card(int n) {
        Piece piece = proposed.get(n);
        Input box = new Input();
        box.setType("checkbox");
        box.setAriaLabel(getTranslation("consolidating.cut.take", String.valueOf(n + 1)));
        box.getElement().setProperty("checked", !left.contains(n));
        box.getElement()
                .addEventListener("change", event -> {
                    if (event.getEventData().get("element.checked").asBoolean()) {
                        left.remove(n);
                    } else {
                        left.add(n);
                    }
                    changed.run();
                })
                .addEventData("element.checked");
        Div head = Parts.classed(new Div(box, Parts.classed(new Span(piece.at()), "strong")), "by");
        if (n > 0) {
            NativeButton join = Parts.button("layers", getTranslation("consolidating.cut.join"), "ter", "sm");
            join.addClickListener(click -> join(n));
            head.add(join);
        }
        return Parts.classed(new Div(head, Parts.classed(new Paragraph(piece.quote()), "say")), "point");
    }

    /** The words from the beginning of the one before to the end of this one are one point, at its place. */
    private void join(int n) {
        Piece before = proposed.get(n - 1);
        Piece after = proposed.remove(n);
        proposed.set(
                n - 1,
                new Piece(
                        before.start(),
                        after.end(),
                        read.substring(before.start(), after.end()),
                        before.draft(),
                        before.places(),
                        before.at()));
        left.clear();
        draw();
    }
}
