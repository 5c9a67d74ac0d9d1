package vn.gopy.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import vn.gopy.account.Account;
import vn.gopy.account.NewTenure;
import vn.gopy.account.Person;
import vn.gopy.account.Tenure;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.DayField;
import vn.gopy.shared.ui.Parts;

/** The posts of a person with their days: those that are held, held later and held once; ended, handed over, added here. */
final class TenuresPart extends Div {

    private final transient PersonPanel.Services services;
    private final transient Account account;
    private final transient BiConsumer<Person, String> done;
    private final LocalDate today;
    private final Div form = new Div();

    /** @param done hears the person as changed, and the sentence to say about it */
    TenuresPart(PersonPanel.Services services, Account account, BiConsumer<Person, String> done) {
        this.services = services;
        this.account = account;
        this.done = done;
        today = LocalDate.ofInstant(services.clock().instant(), Moments.ZONE);
        addClassName("account");
        getElement().appendChild(new Element("h3").setText(getTranslation("tenure.title")));
        List<Tenure> all = services.tenures().of(services.askers().require(), seen().id());
        UnorderedList list = Parts.classed(new UnorderedList(), "posts");
        all.forEach(one -> list.add(row(one)));
        if (all.isEmpty()) {
            add(Parts.classed(new Paragraph(getTranslation("tenure.none")), "small", "mut"));
        } else {
            add(list);
        }
        NativeButton begin = Parts.button("plus", getTranslation("tenure.begin"), "sm");
        begin.addClickListener(press -> begin());
        add(begin, form);
    }

    private Person seen() {
        return account.person();
    }

    private ListItem row(Tenure tenure) {
        String post = tenure.post().isBlank() ? getTranslation("unit.role." + tenure.role()) : tenure.post();
        Span words = new Span(new Span(post + ", " + tenure.unitName()), Parts.caption(days(tenure)));
        ListItem row = new ListItem(words);
        if (tenure.overOn(today)) {
            row.addClassName("over");
            return row;
        }
        NativeButton end = Parts.button("", getTranslation("tenure.end"), "sm", "ter");
        end.setAriaLabel(getTranslation("tenure.endOf", post, tenure.unitName()));
        end.addClickListener(press -> end(tenure));
        row.add(end);
        return row;
    }

    private String days(Tenure tenure) {
        String role = tenure.post().isBlank() ? "" : getTranslation("unit.role." + tenure.role()) + " · ";
        String lent = tenure.lent()
                ? getTranslation(tenure.round() == null ? "tenure.lentBy" : "tenure.lentInRound", tenure.giver())
                        + " · "
                : "";
        LocalDate to = tenure.to();
        String held = to == null
                ? getTranslation(tenure.heldOn(today) ? "tenure.since" : "tenure.later", Moments.date(tenure.from()))
                : getTranslation("tenure.between", Moments.date(tenure.from()), Moments.date(to.minusDays(1)));
        return role + lent + held;
    }

    private void begin() {
        FormProblems problems = new FormProblems();
        ComboBox<Unit> unit = problems.at(
                "unit",
                FoundBox.of(
                        getTranslation("admin.unit"),
                        services.units().living(),
                        Unit::name,
                        one -> one.code() + " " + one.name()));
        ComboBox<UnitRole> role = new ComboBox<>(getTranslation("admin.unitRole"), UnitRole.values());
        role.setItemLabelGenerator(one -> getTranslation("unit.role." + one));
        role.setValue(UnitRole.STAFF);
        TextField post = problems.at("post", new TextField(getTranslation("admin.post")));
        DayField from = problems.at("from", new DayField(getTranslation("tenure.from")));
        from.setValue(today);
        DayField last = problems.at("to", new DayField(getTranslation("tenure.last")));
        last.setClearButtonVisible(true);
        open(
                problems,
                getTranslation("tenure.begin"),
                () -> services.tenures()
                        .begin(
                                services.askers().require(),
                                seen(),
                                new NewTenure(
                                        chosen(unit, "unit").code(),
                                        role.getOptionalValue().orElse(UnitRole.STAFF),
                                        post.getValue(),
                                        chosen(from, "from"),
                                        last.getOptionalValue()
                                                .map(day -> day.plusDays(1))
                                                .orElse(null))),
                unit,
                Parts.classed(new Div(role, post), "pair"),
                Parts.classed(new Div(from, last), "pair"));
    }

    private void end(Tenure tenure) {
        FormProblems problems = new FormProblems();
        DayField day = problems.at("day", new DayField(getTranslation("tenure.endDay")));
        day.setValue(tenure.from().isAfter(today) ? tenure.from() : today);
        if (tenure.lent()) {
            open(problems, getTranslation("tenure.end.action"), () -> ended(tenure, chosen(day, "day")), day);
            return;
        }
        ComboBox<Person> successor = problems.at(
                "successor",
                FoundBox.of(
                        getTranslation("tenure.successor"),
                        services.people().all().stream()
                                .filter(one -> one.enabled() && !one.id().equals(seen().id()) && one.readsContent())
                                .toList(),
                        one -> one.displayName() + (one.post().isBlank() ? "" : ", " + one.post()),
                        one -> one.displayName() + " " + one.post()));
        successor.setHelperText(getTranslation("tenure.successor.help"));
        open(
                problems,
                getTranslation("tenure.end.action"),
                () -> successor
                        .getOptionalValue()
                        .map(next -> services.tenures()
                                .handOver(services.askers().require(), seen(), tenure.id(), next, chosen(day, "day")))
                        .orElseGet(() -> ended(tenure, chosen(day, "day"))),
                day,
                successor);
    }

    private Person ended(Tenure tenure, LocalDate day) {
        return services.tenures().end(services.askers().require(), seen(), tenure.id(), day);
    }

    private void open(FormProblems problems, String action, Supplier<Person> change, Component... fields) {
        form.removeAll();
        NativeButton save = Parts.button("", action, "sm");
        save.addClickListener(press -> problems.attempt(() -> {
            Person changed = change.get();
            done.accept(changed, getTranslation("admin.saved", changed.displayName()));
        }));
        NativeButton leave = Parts.button("", getTranslation("tenure.leave"), "sm", "ter");
        leave.addClickListener(press -> form.removeAll());
        form.add(Parts.classed(new Div(fields), "fields"), problems, Parts.classed(new Div(leave, save), "panel-end"));
        fields[0].getElement().callJsFunction("focus");
    }

    private static <T> T chosen(HasValue<?, T> field, String name) {
        return field.getOptionalValue()
                .orElseThrow(() -> Refusal.unprocessable("CHOICE_MISSING").with("field", name));
    }
}
