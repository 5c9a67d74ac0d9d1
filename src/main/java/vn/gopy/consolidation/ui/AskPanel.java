package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.account.Unit;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.inquiry.Inquiries;
import vn.gopy.consolidation.inquiry.Inquiry;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.DayField;
import vn.gopy.shared.ui.Parts;
import vn.gopy.vietnamese.Folding;

/** Hỏi cơ quan chuyên môn, trao đổi lại với người góp ý: what was asked about the points that are answered, and a way to ask. */
final class AskPanel extends Div {

    private final transient Inquiries inquiries;
    private final transient Supplier<Person> asker;
    private final Div said = Parts.classed(new Div(), "asked");
    private final ComboBox<Unit> unit = new ComboBox<>(getTranslation("consolidating.ask.unit"));
    private final DayField due = new DayField(getTranslation("consolidating.ask.due"));
    private final TextArea words = new TextArea(getTranslation("consolidating.ask.words"));
    private final Paragraph refused = Parts.classed(new Paragraph(), "err");
    private transient List<Point> points = List.of();

    AskPanel(Inquiries inquiries, Supplier<Person> asker, List<Unit> units) {
        this.inquiries = inquiries;
        this.asker = asker;
        addClassName("asking");
        refused.getElement().setAttribute("role", "alert");
        unit.setItems(query -> {
            String typed = query.getFilter().orElse("");
            return units.stream()
                    .filter(one -> Folding.holds(one.code() + " " + one.name(), typed))
                    .skip(query.getOffset())
                    .limit(query.getLimit());
        });
        unit.setItemLabelGenerator(Unit::name);
        words.setMaxLength(TextGate.TEXT.most());
        words.setWidthFull();
        words.getElement().setAttribute("lang", "vi");
        NativeButton ask = Parts.button("send", getTranslation("consolidating.ask.send"), "sm");
        ask.addClickListener(click -> ask());
        NativeButton note = Parts.button("pen", getTranslation("consolidating.ask.note"), "sm");
        note.addClickListener(click -> deed(() -> inquiries.note(asker.get(), first(), words.getValue())));
        add(
                said,
                new NativeDetails(
                        getTranslation("consolidating.ask"),
                        new Div(unit, due, words, refused, Parts.classed(new Div(ask, note), "acts"))));
    }

    /** Shows what was asked about these points; what is typed stays while they are the same. */
    void show(List<Point> now) {
        if (points.isEmpty() || !points.getFirst().id().equals(now.getFirst().id())) {
            words.clear();
            refused.setText("");
        }
        points = now;
        said.removeAll();
        inquiries.about(asker.get(), now).forEach(one -> said.add(line(one)));
    }

    private PointId first() {
        return points.getFirst().id();
    }

    private void ask() {
        Unit asked = unit.getValue();
        if (asked == null) {
            refused.setText(getTranslation("consolidating.ask.unit.missing"));
            return;
        }
        deed(() -> inquiries.ask(asker.get(), first(), asked.id(), words.getValue(), due.getValue()));
    }

    private void deed(Runnable deed) {
        try {
            deed.run();
            words.clear();
            refused.setText("");
            show(points);
        } catch (Refusal why) {
            refused.setText(getTranslation("refusal." + why.code(), why.arguments()));
        }
    }

    private Div line(Inquiry one) {
        Div line = Parts.classed(new Div(), "one");
        if (one.unit() == null) {
            line.add(
                    Parts.caption(getTranslation("consolidating.ask.spoke", one.askedBy())),
                    new Paragraph(one.answer()));
            return line;
        }
        line.add(
                Parts.classed(new Span(one.unitName()), "strong"),
                Parts.classed(new Paragraph(one.question() + until(one.due())), "cap"),
                new Paragraph(one.waits() ? getTranslation("consolidating.ask.waiting") : one.answer()));
        return line;
    }

    private String until(@Nullable LocalDate day) {
        return day == null ? "" : " (" + Moments.date(day) + ")";
    }
}
