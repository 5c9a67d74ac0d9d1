package vn.gopy.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gopy.account.Askers;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitKind;
import vn.gopy.account.UnitRole;
import vn.gopy.account.Units;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.Parts;

/** People and units, for the administrator: names, posts and roles, never content. */
@Route("quan-tri")
@RolesAllowed("ADMINISTRATOR")
class PeopleView extends Main implements HasDynamicTitle {

    private final Askers askers;
    private final People people;
    private final Units units;
    private final Clock clock;
    private final Div lists = new Div();

    PeopleView(Askers askers, People people, Units units, Clock clock) {
        this.askers = askers;
        this.people = people;
        this.units = units;
        this.clock = clock;
        addClassName("page");
        Div head = Parts.classed(new Div(Parts.title(getTranslation("nav.admin"))), "page-head");
        add(head, unitForm(), personForm(), lists);
        show();
    }

    private Component unitForm() {
        TextField code = new TextField(getTranslation("admin.code"));
        TextField name = new TextField(getTranslation("admin.unitName"));
        ComboBox<UnitKind> kind = new ComboBox<>(getTranslation("admin.kind"), UnitKind.values());
        kind.setItemLabelGenerator(one -> getTranslation("unit.kind." + one));
        kind.setValue(UnitKind.DEPARTMENT);
        Paragraph problem = problem();
        NativeButton add = Parts.button("plus", getTranslation("admin.addUnit"));
        add.addClickListener(click -> attempt(problem, () -> {
            units.register(
                    askers.require(),
                    code.getValue(),
                    name.getValue(),
                    kind.getOptionalValue().orElse(UnitKind.OTHER));
            code.clear();
            name.clear();
        }));
        return new Section(
                Parts.section(getTranslation("admin.units"), ""),
                Parts.classed(new Div(code, name, kind, add), "form-line"),
                problem);
    }

    private Component personForm() {
        TextField username = new TextField(getTranslation("admin.username"));
        TextField name = new TextField(getTranslation("admin.name"));
        TextField post = new TextField(getTranslation("admin.post"));
        PasswordField password = new PasswordField(getTranslation("admin.password"));
        ComboBox<Role> role = new ComboBox<>(getTranslation("admin.role"), Role.values());
        role.setItemLabelGenerator(one -> getTranslation("role." + one));
        role.setPlaceholder(getTranslation("admin.noRole"));
        role.setClearButtonVisible(true);
        ComboBox<Unit> unit = new ComboBox<>(getTranslation("admin.unit"));
        unit.setItems(query -> units.all().stream()
                .filter(one -> one.name().contains(query.getFilter().orElse("")))
                .skip(query.getOffset())
                .limit(query.getLimit()));
        unit.setItemLabelGenerator(Unit::name);
        unit.setPlaceholder(getTranslation("admin.noUnit"));
        unit.setClearButtonVisible(true);
        ComboBox<UnitRole> unitRole = new ComboBox<>(getTranslation("admin.unitRole"), UnitRole.values());
        unitRole.setItemLabelGenerator(one -> getTranslation("unit.role." + one));
        unitRole.setValue(UnitRole.STAFF);
        Paragraph problem = problem();
        NativeButton add = Parts.button("plus", getTranslation("admin.add"), "pri");
        add.addClickListener(click -> attempt(problem, () -> {
            people.register(
                    askers.require(),
                    new NewPerson(
                            username.getValue(),
                            password.getValue(),
                            name.getValue(),
                            "",
                            post.getValue(),
                            role.isEmpty() ? EnumSet.noneOf(Role.class) : Set.of(role.getValue()),
                            membership(unit, unitRole, post.getValue())));
            List.of(username, name, post).forEach(TextField::clear);
            password.clear();
        }));
        return new Section(
                Parts.section(getTranslation("admin.people"), ""),
                Parts.classed(new Div(username, name, post, password, role, unit, unitRole, add), "form-line"),
                problem);
    }

    private List<NewPerson.NewMembership> membership(ComboBox<Unit> unit, ComboBox<UnitRole> role, String post) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Moments.ZONE);
        return unit.isEmpty()
                ? List.of()
                : List.of(new NewPerson.NewMembership(
                        unit.getValue().code(), role.getOptionalValue().orElse(UnitRole.STAFF), post, today));
    }

    private void attempt(Paragraph problem, Runnable work) {
        try {
            work.run();
            problem.setText("");
            show();
        } catch (Refusal refusal) {
            problem.setText(getTranslation("refusal." + refusal.code(), refusal.arguments()));
        }
    }

    private static Paragraph problem() {
        Paragraph problem = Parts.classed(new Paragraph(), "err");
        problem.getElement().setAttribute("role", "alert");
        return problem;
    }

    private void show() {
        NativeTable table = Parts.classed(new NativeTable(), "g", "stack");
        NativeTableRow head = new NativeTableRow();
        for (String column : List.of("username", "name", "post", "role", "unit")) {
            head.add(new NativeTableHeaderCell(getTranslation("admin." + column)));
        }
        NativeTableBody body = new NativeTableBody();
        people.all().forEach(person -> body.add(row(person)));
        table.add(new NativeTableHeader(head), body);
        lists.removeAll();
        lists.add(Parts.classed(new Div(table), "scroll-x"));
    }

    private NativeTableRow row(Person person) {
        String roles = person.roles().stream()
                .map(role -> getTranslation("role." + role))
                .collect(Collectors.joining(", "));
        String places = person.memberships().stream()
                .map(one -> one.unitName() + " (" + getTranslation("unit.role." + one.role()) + ")")
                .collect(Collectors.joining(", "));
        NativeTableRow row = new NativeTableRow();
        for (String cell : List.of(
                Objects.requireNonNullElse(person.username(), ""),
                person.displayName(),
                person.post(),
                roles,
                places)) {
            row.add(new NativeTableCell(new Span(cell)));
        }
        return row;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.admin") + " · Góp Ý";
    }
}
