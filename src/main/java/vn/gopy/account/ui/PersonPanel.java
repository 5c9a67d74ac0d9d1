package vn.gopy.account.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Account;
import vn.gopy.account.Accounts;
import vn.gopy.account.Askers;
import vn.gopy.account.ChangedPerson;
import vn.gopy.account.Membership;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Tenures;
import vn.gopy.account.Units;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.Parts;

/** One person beside the list: what is written about a new one, or changed about one who is there, and the account. */
final class PersonPanel extends Aside {

    private final transient Services services;
    private final transient Askers askers;
    private final transient People people;
    private final transient Accounts accounts;
    private final transient Clock clock;
    private final transient @Nullable Account seen;
    private final transient BiConsumer<Person, String> done;

    private final FormProblems problems = new FormProblems();
    private final FormProblems accountProblems = new FormProblems();
    private final TextField name = problems.at("name", new TextField(getTranslation("admin.name")));
    private final TextField username = problems.at("username", new TextField(getTranslation("admin.username")));
    private final TextField salutation = problems.at("salutation", new TextField(getTranslation("admin.salutation")));
    private final TextField post = problems.at("post", new TextField(getTranslation("admin.post")));
    private final PasswordField firstPassword = problems.at("password", password("admin.password"));
    private final PasswordField newPassword = accountProblems.at("password", password("admin.newPassword"));
    private final CheckboxGroup<Role> roles =
            problems.at("roles", new CheckboxGroup<>(getTranslation("admin.role"), Role.values()));
    private final PlacesEditor places;

    /**
     * @param seen null for a new person
     * @param done hears who was changed, and the sentence to say about it
     */
    PersonPanel(
            Services services, @Nullable Account seen, String said, Runnable close, BiConsumer<Person, String> done) {
        this.services = services;
        this.askers = services.askers();
        this.people = services.people();
        this.accounts = services.accounts();
        this.clock = services.clock();
        this.seen = seen;
        this.done = done;
        Optional<Person> person = Optional.ofNullable(seen).map(Account::person);
        places = new PlacesEditor(services.units().living());
        problems.at("memberships", places.field());
        addClassNames("card", "panel");
        String title = person.map(Person::displayName).orElseGet(() -> getTranslation("admin.add"));
        getElement().setAttribute("aria-label", title);
        person.ifPresent(this::fill);
        add(new PanelHead(title, close), DoneNote.of(said), form());
        person.ifPresent(one -> add(new TenuresPart(services, Objects.requireNonNull(seen), done), account(one)));
    }

    /** What a panel needs of the rest of the room. */
    record Services(
            Askers askers,
            People people,
            Accounts accounts,
            Tenures tenures,
            EntryPart.Services entry,
            Units units,
            Clock clock) {}

    private PasswordField password(String key) {
        PasswordField field = new PasswordField(getTranslation(key));
        field.setHelperText(getTranslation("admin.passwordHint"));
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        return field;
    }

    private void fill(Person person) {
        name.setValue(person.name());
        username.setValue(Objects.requireNonNullElse(person.username(), ""));
        username.setReadOnly(person.username() != null);
        salutation.setValue(person.salutation());
        post.setValue(person.post());
        roles.setValue(person.roles());
    }

    private Div form() {
        username.setAutocapitalize(Autocapitalize.NONE);
        salutation.setPlaceholder("Đ/c");
        roles.setItemLabelGenerator(role -> getTranslation("role." + role));
        Div form = Parts.classed(
                new Div(name, Parts.classed(new Div(username, salutation), "pair"), post, roles), "fields");
        if (seen == null) {
            form.add(places);
            username.setHelperText(getTranslation("admin.usernameHint"));
            form.add(firstPassword);
        }
        NativeButton save = Parts.button("", getTranslation(seen == null ? "admin.register" : "admin.save"));
        save.addClickListener(press -> save());
        Span remark = Parts.caption(getTranslation("admin.trail"));
        return new Div(form, problems, Parts.classed(new Div(remark, save), "panel-end"));
    }

    private void save() {
        problems.attempt(() -> {
            if (seen == null) {
                register();
            } else {
                Person changed = accounts.change(askers.require(), seen.person(), changed());
                done.accept(changed, getTranslation("admin.saved", changed.displayName()));
            }
        });
    }

    private void register() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Moments.ZONE);
        boolean account = !username.getValue().isBlank() || !firstPassword.isEmpty();
        Person added = people.register(
                askers.require(),
                new NewPerson(
                        account ? username.getValue() : null,
                        firstPassword.isEmpty() ? null : firstPassword.getValue(),
                        name.getValue(),
                        salutation.getValue(),
                        post.getValue(),
                        roles.getValue(),
                        places.value().stream()
                                .map(place -> new NewPerson.NewMembership(
                                        place.unitCode(), place.role(), post.getValue(), today))
                                .toList()));
        String key = firstPassword.isEmpty() ? "admin.added" : "admin.addedWithPassword";
        done.accept(added, getTranslation(key, added.displayName(), Objects.requireNonNullElse(added.username(), "")));
    }

    private ChangedPerson changed() {
        return new ChangedPerson(
                username.getValue().isBlank() ? null : username.getValue(),
                name.getValue(),
                salutation.getValue(),
                post.getValue(),
                roles.getValue(),
                Objects.requireNonNull(seen).person().memberships().stream()
                        .filter(Membership::own)
                        .map(ChangedPerson.Place::of)
                        .toList());
    }

    private Div account(Person person) {
        Div account = Parts.classed(new Div(), "account");
        account.getElement().appendChild(new Element("h3").setText(getTranslation("admin.account")));
        account.add(accountState(person));
        boolean own = askers.require().id().equals(person.id());
        if (own) {
            account.add(Parts.buttonLink(
                    Addresses.page(Addresses.OWN_PASSWORD), "key", getTranslation("password.change"), "sm"));
        } else if (person.username() != null) {
            NativeButton give = Parts.button("key", getTranslation("admin.givePassword"), "sm");
            give.addClickListener(press -> givePassword(person));
            account.add(Parts.classed(new Div(newPassword, give), "give"), new EntryPart(services, person));
        }
        account.add(accountProblems);
        if (person.username() != null) {
            account.add(closing(person));
        }
        return account;
    }

    private Paragraph accountState(Person person) {
        String key = person.username() == null
                ? "admin.account.none"
                : !person.enabled()
                        ? "admin.account.closed"
                        : Objects.requireNonNull(seen).hasPassword()
                                ? "admin.account.open"
                                : "admin.account.noPassword";
        return Parts.classed(new Paragraph(getTranslation(key)), "small", "mut");
    }

    private void givePassword(Person person) {
        accountProblems.attempt(() -> {
            Person changed = accounts.givePassword(askers.require(), person, newPassword.getValue());
            done.accept(changed, getTranslation("admin.passwordGiven", changed.displayName()));
        });
    }

    private NativeButton closing(Person person) {
        NativeButton act = person.enabled()
                ? Parts.button("lock", getTranslation("admin.closeAccount"), "sm", "danger")
                : Parts.button("undo", getTranslation("admin.openAccount"), "sm");
        act.addClickListener(press -> accountProblems.attempt(() -> {
            Person changed = person.enabled()
                    ? accounts.close(askers.require(), person)
                    : accounts.open(askers.require(), person);
            String key = changed.enabled() ? "admin.accountOpened" : "admin.accountClosed";
            done.accept(changed, getTranslation(key, changed.displayName()));
        }));
        return act;
    }
}
