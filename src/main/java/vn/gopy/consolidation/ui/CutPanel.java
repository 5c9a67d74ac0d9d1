package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Unit;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.letter.Cutting.Piece;
import vn.gopy.consolidation.letter.Cutting.Proposed;
import vn.gopy.consolidation.letter.Cutting.ReplyWords;
import vn.gopy.opinion.CommentKind;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Limits;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.Parts;
import vn.gopy.vietnamese.Folding;

/** Tách ý: a text is typed, pasted or taken from a reply, the points in it are proposed, a person takes them over or joins them, then they are entered. */
final class CutPanel extends Section {

    /** Hears what is pressed. */
    interface Desk {

        Proposed propose(String text);

        /** What a unit has written into its sent reply; nothing where it wrote nothing. */
        Optional<ReplyWords> reply(Unit unit);

        void enter(List<NewPoint> points);

        void closeCutting();
    }

    private final transient Desk desk;
    private final ComboBox<Unit> unit = new ComboBox<>(getTranslation("consolidating.cut.unit"));
    private final TextField number = new TextField(getTranslation("consolidating.cut.number"));
    private final TextArea text = new TextArea(getTranslation("consolidating.cut.text"));
    private final Paragraph refused = Parts.classed(new Paragraph(), "err");
    private final PieceList pieces = new PieceList(getTranslation("consolidating.cut.none"), this::count);
    private final NativeButton offered = Parts.button("send", getTranslation("consolidating.cut.reply"), "sm");
    private final NativeButton enter = Parts.button("check", getTranslation("consolidating.cut.enter", "00"), "pri");
    private transient ReplyWords replied = new ReplyWords("", "");

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
        offered.setVisible(false);
        offered.addClickListener(click -> take());
        unit.addValueChangeListener(change -> offer(change.getValue()));
        add(
                Parts.classed(new H2(getTranslation("consolidating.cut")), "s"),
                Parts.classed(new Div(unit, number), "pair"),
                offered,
                text,
                Parts.classed(new Div(propose, close), "acts"),
                refused,
                pieces,
                enter);
    }

    private void propose() {
        refuse("");
        pieces.show(desk.propose(text.getValue()));
    }

    private void count() {
        int taken = pieces.wanted().size();
        enter.setVisible(taken > 0);
        Parts.rename(enter, getTranslation("consolidating.cut.enter", Figures.two(taken)));
    }

    /** What the unit has written into its reply beside its opinions is offered to be cut, with the number of its letter. */
    private void offer(@Nullable Unit chosen) {
        Optional<ReplyWords> reply = Optional.ofNullable(chosen).flatMap(desk::reply);
        offered.setVisible(reply.isPresent());
        reply.ifPresent(words -> replied = words);
    }

    private void take() {
        text.setValue(replied.note());
        number.setValue(replied.letterNumber());
        propose();
    }

    private void enter() {
        Unit from = unit.getValue();
        if (from == null) {
            refuse(getTranslation("consolidating.cut.unit.missing"));
            return;
        }
        List<NewPoint> points = pieces.wanted().stream()
                .map(piece -> point(piece, from.code(), number.getValue()))
                .toList();
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
