package vn.gopy.account.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Account;
import vn.gopy.account.Accounts;
import vn.gopy.account.AskedGroups;
import vn.gopy.account.Askers;
import vn.gopy.account.Membership;
import vn.gopy.account.PasswordLinks;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.RememberedDevices;
import vn.gopy.account.Role;
import vn.gopy.account.Tenures;
import vn.gopy.account.Units;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** The people, for the administrator: names, posts, roles and accounts, never content. */
@Route(Addresses.PEOPLE)
@RolesAllowed("ADMINISTRATOR")
class PeopleView extends Main implements HasDynamicTitle {

    private final Askers askers;
    private final Accounts accounts;
    private final Units units;
    private final AskedGroups groups;
    private final PersonPanel.Services services;
    private final AdminHead head;
    private final Listing list;
    private final ComboBox<Role> role = new ComboBox<>();
    private final Div side = new Div();
    private @Nullable PersonId chosen;

    PeopleView(
            Askers askers,
            People people,
            Accounts accounts,
            Tenures tenures,
            PasswordLinks links,
            RememberedDevices devices,
            AskedGroups groups,
            Units units,
            Clock clock) {
        this.askers = askers;
        this.accounts = accounts;
        this.units = units;
        this.groups = groups;
        this.services = new PersonPanel.Services(
                askers, people, accounts, tenures, new EntryPart.Services(links, devices), units, clock);
        addClassNames("page", "admin");
        NativeButton add = Parts.button("plus", getTranslation("admin.add"), "pri");
        add.addClickListener(press -> open(null, ""));
        head = new AdminHead(Addresses.PEOPLE, AdminHead.takingIn(getTranslation("roster.import")), add);
        role.setItems(Role.values());
        role.setItemLabelGenerator(one -> getTranslation("role." + one));
        role.setPlaceholder(getTranslation("admin.anyRole"));
        role.setAriaLabel(getTranslation("admin.anyRole"));
        role.setClearButtonVisible(true);
        role.addValueChangeListener(change -> show());
        list = new Listing(getTranslation("admin.filterPeople"), this::show, role);
        add(head, Parts.classed(new Div(list, side), "two"));
        show();
    }

    private void show() {
        List<Account> all = accounts.all(askers.require());
        head.count(all.size(), units.all().size(), groups.all(askers.require()).size());
        List<Account> found = all.stream().filter(this::isLookedFor).toList();
        long withAccount =
                found.stream().filter(one -> one.person().username() != null).count();
        list.show(
                found,
                getTranslation("admin.counted", two(withAccount), two(found.size() - withAccount)),
                Stream.of("admin.name", "admin.post", "admin.role", "admin.account")
                        .map(this::getTranslation)
                        .toList(),
                this::row);
    }

    private static String two(long n) {
        return "%02d".formatted(n);
    }

    private boolean isLookedFor(Account account) {
        Person person = account.person();
        return (role.isEmpty() || person.is(role.getValue()))
                && list.looksFor(String.join(
                        " ",
                        person.displayName(),
                        Objects.requireNonNullElse(person.username(), ""),
                        person.post(),
                        roles(person)));
    }

    private NativeTableRow row(Account account) {
        Person person = account.person();
        return Listing.row(
                person.displayName(),
                person.id().equals(chosen),
                () -> open(person.id(), ""),
                Listing.cell(person.post()),
                Listing.cell(roles(person)),
                state(account));
    }

    private String roles(Person person) {
        Stream<String> general = person.roles().stream().map(one -> getTranslation("role." + one));
        Stream<String> inUnits = person.memberships().stream()
                .filter(one -> one.basis() != Membership.Basis.SUCCESSION)
                .map(one -> getTranslation("unit.role." + one.role()) + " " + one.unitName());
        return Stream.concat(general, inUnits).collect(Collectors.joining(", "));
    }

    private Span state(Account account) {
        Person person = account.person();
        if (person.username() == null) {
            return state("unopened", "c-idle", getTranslation("admin.noAccount"));
        }
        if (!person.enabled()) {
            return state("lock", "c-no", getTranslation("admin.closedAccount", person.username()));
        }
        return account.hasPassword()
                ? state("check", "c-ok", person.username())
                : state("key", "c-wait", getTranslation("admin.noPassword", person.username()));
    }

    private static Span state(String icon, String tone, String words) {
        return Parts.classed(new Span(Parts.classed(new Icon(icon), tone), Listing.cell(words)), "acc");
    }

    private void open(@Nullable PersonId id, String said) {
        List<Account> all = accounts.all(askers.require());
        Account account = id == null
                ? null
                : all.stream()
                        .filter(one -> one.person().id().equals(id))
                        .findFirst()
                        .orElse(null);
        chosen = id;
        side.removeAll();
        side.add(new PersonPanel(services, account, said, this::close, (person, words) -> open(person.id(), words)));
        show();
    }

    private void close() {
        chosen = null;
        side.removeAll();
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.title") + " · Góp Ý";
    }
}
