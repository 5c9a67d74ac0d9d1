package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Unit;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.letter.Cutting.Piece;
import vn.gopy.consolidation.letter.Cutting.Proposed;
import vn.gopy.opinion.CommentKind;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Limits;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.Parts;
import vn.gopy.vietnamese.Folding;

/** Tách ý: a text is typed or pasted, the points in it are proposed, a person takes them over or joins them, then they are entered. */
final class CutPanel extends Section {

    /** Hears what is pressed. */
    interface Desk {

        Proposed propose(String text);

        void enter(List<NewPoint> points);

        void closeCutting();
    }

    private final transient Desk desk;
    private final ComboBox<Unit> unit = new ComboBox<>(getTranslation("consolidating.cut.unit"));
    private final TextField number = new TextField(getTranslation("consolidating.cut.number"));
    private final TextArea text = new TextArea(getTranslation("consolidating.cut.text"));
    private final Paragraph refused = Parts.classed(new Paragraph(), "err");
    private final Div pieces = Parts.classed(new Div(), "pieces");
    private final NativeButton enter = Parts.button("check", getTranslation("consolidating.cut.enter", "00"), "pri");
    private transient List<Piece> proposed = new ArrayList<>();
    private final transient Set<Integer> left = new HashSet<>();
    private transient String read = "";

    CutPanel(Desk desk, List<Unit> units) {
        this.desk = desk;
        addClassName("cutting");
        refused.getElement().setAttribute("role", "alert");
        unit.setItems(query -> {
            String typed = query.getFilter().orElse("");
            return units.stream()
                    .filter(one -> Folding.holds(one.code() + " " + one.name(), typed))
                    .skip(query.getOffset())
                    .limit(query.getLimit());
        });
        unit.setItemLabelGenerator(Unit::name);
        number.setMaxLength(Limits.NAME);
        text.setMaxLength(TextGate.TEXT.most());
        text.setWidthFull();
        text.getElement().setAttribute("lang", "vi");
        NativeButton propose = Parts.button("lines", getTranslation("consolidating.cut.propose"));
        propose.addClickListener(click -> propose());
        NativeButton close = Parts.button("", getTranslation("consolidating.cut.close"));
        close.addClickListener(click -> desk.closeCutting());
        enter.addClickListener(click -> enter());
        enter.setVisible(false);
        add(
                Parts.classed(new H2(getTranslation("consolidating.cut")), "s"),
                Parts.classed(new Div(unit, number), "pair"),
                text,
                Parts.classed(new Div(propose, close), "acts"),
                refused,
                pieces,
                enter);
    }

    private void propose() {
        refuse("");
        Proposed found = desk.propose(text.getValue());
        read = found.text();
        proposed = new ArrayList<>(found.pieces());
        left.clear();
        draw();
    }

    private void draw() {
        pieces.removeAll();
        if (proposed.isEmpty()) {
            pieces.add(Parts.caption(getTranslation("consolidating.cut.none")));
        }
        for (int n = 0; n < proposed.size(); n++) {
            pieces.add(card(n));
        }
        int taken = proposed.size() - left.size();
        enter.setVisible(taken > 0);
        enter.getChildren()
                .filter(Span.class::isInstance)
                .forEach(
                        words -> ((Span) words).setText(getTranslation("consolidating.cut.enter", Figures.two(taken))));
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
                    draw();
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

    /** What was cut too much: the words from the beginning of the one before to the end of this one are one point, at its place. */
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

    private void enter() {
        Unit from = unit.getValue();
        if (from == null) {
            refuse(getTranslation("consolidating.cut.unit.missing"));
            return;
        }
        List<NewPoint> points = new ArrayList<>();
        for (int n = 0; n < proposed.size(); n++) {
            if (!left.contains(n)) {
                points.add(point(proposed.get(n), from.code(), number.getValue()));
            }
        }
        desk.enter(points);
    }

    private static NewPoint point(Piece piece, @Nullable String unit, String number) {
        return new NewPoint(
                piece.draft(),
                unit,
                null,
                CommentKind.OTHER,
                piece.quote(),
                null,
                SourceKind.LETTER,
                number,
                piece.places(),
                piece.places().isEmpty(),
                false);
    }

    /** Says why it was not taken; what is typed stays. */
    void refuse(String why) {
        refused.setText(why);
    }
}
