package vn.gopy.account.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.gopy.account.Askers;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitEntry;
import vn.gopy.account.Units;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.DayField;
import vn.gopy.shared.ui.Parts;

/** What a unit was called before, what went into it, and into which one it went itself. */
final class SuccessionPart extends Div {

    private final transient Askers askers;
    private final transient Units units;
    private final transient UnitEntry seen;
    private final transient BiConsumer<Unit, String> done;
    private final FormProblems problems = new FormProblems();

    /** @param done hears the unit as changed, and the sentence to say about it */
    SuccessionPart(Askers askers, Units units, UnitEntry seen, Clock clock, BiConsumer<Unit, String> done) {
        this.askers = askers;
        this.units = units;
        this.seen = seen;
        this.done = done;
        addClassName("account");
        getElement().appendChild(new Element("h3").setText(getTranslation("unit.before")));
        UnorderedList list = Parts.classed(new UnorderedList(), "posts");
        seen.formerNames().forEach(name -> list.add(former(name)));
        seen.absorbed()
                .forEach(name -> list.add(
                        new ListItem(new Span(new Span(name), Parts.caption(getTranslation("unit.absorbed.one"))))));
        if (list.getComponentCount() > 0) {
            add(list);
        }
        add(adding(), seen.successor() == null ? merging(clock) : merged(seen.successor()), problems);
    }

    private ListItem former(String name) {
        NativeButton remove = Parts.button("", getTranslation("admin.endPlace"), "sm", "ter");
        remove.setAriaLabel(getTranslation("admin.endPlaceOf", name));
        remove.addClickListener(press -> change(() -> units.nameFormerly(
                askers.require(),
                seen.unit(),
                seen.formerNames().stream().filter(one -> !one.equals(name)).toList())));
        return new ListItem(new Span(new Span(name), Parts.caption(getTranslation("unit.former.one"))), remove);
    }

    private Div adding() {
        TextField name = problems.at("former", new TextField(getTranslation("unit.former")));
        NativeButton add = Parts.button("plus", getTranslation("unit.former.add"), "sm");
        add.addClickListener(press -> change(() -> units.nameFormerly(
                askers.require(),
                seen.unit(),
                Stream.concat(seen.formerNames().stream(), Stream.of(name.getValue()))
                        .toList())));
        return Parts.classed(new Div(name, add), "give");
    }

    private Div merging(Clock clock) {
        List<Unit> others = units.living().stream()
                .filter(one -> !one.id().equals(seen.unit().id()))
                .toList();
        ComboBox<Unit> into = problems.at(
                "into",
                FoundBox.of(
                        getTranslation("unit.merge.into"), others, Unit::name, one -> one.code() + " " + one.name()));
        DayField on = problems.at("on", new DayField(getTranslation("unit.merge.on")));
        on.setValue(LocalDate.ofInstant(clock.instant(), Moments.ZONE));
        NativeButton merge = Parts.button("", getTranslation("unit.merge"), "sm");
        merge.addClickListener(press -> change(() -> units.merge(
                askers.require(),
                seen.unit(),
                into.getOptionalValue()
                        .orElseThrow(
                                () -> Refusal.unprocessable("CHOICE_MISSING").with("field", "into")),
                on.getOptionalValue()
                        .orElseThrow(
                                () -> Refusal.unprocessable("CHOICE_MISSING").with("field", "on")))));
        return new Div(
                Parts.classed(new Div(into, on), "pair"),
                Parts.classed(new Paragraph(getTranslation("unit.merge.help")), "small", "mut"),
                merge);
    }

    private Div merged(String successor) {
        NativeButton part = Parts.button("undo", getTranslation("unit.part"), "sm");
        part.addClickListener(press -> change(() -> units.part(askers.require(), seen.unit())));
        return new Div(
                new Paragraph(getTranslation(
                        "unit.mergedOn", successor, Moments.date(Objects.requireNonNull(seen.mergedOn())))),
                part);
    }

    private void change(Supplier<Unit> act) {
        problems.attempt(() -> {
            Unit changed = act.get();
            done.accept(changed, getTranslation("admin.saved", changed.name()));
        });
    }
}
