package vn.gopy.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * What an administrator does with people who are registered: change what they are, close and open their accounts, give
 * them a new password. Everything takes the person as the administrator saw it and refuses STALE when somebody was quicker;
 * there is always an administrator left who can sign in.
 */
@Service
public class Accounts {

    private final PeopleRepository people;
    private final AccountRepository accounts;
    private final People names;
    private final PasswordEncoder passwords;
    private final PasswordRule passwordRule;
    private final Trail trail;
    private final Clock clock;

    Accounts(
            PeopleRepository people,
            AccountRepository accounts,
            People names,
            PasswordEncoder passwords,
            PasswordRule passwordRule,
            Trail trail,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.names = names;
        this.passwords = passwords;
        this.passwordRule = passwordRule;
        this.trail = trail;
        this.clock = clock;
    }

    /** Everybody, oldest first, with the state of their accounts. */
    @Transactional(readOnly = true)
    public List<Account> all(Person asker) {
        administrator(asker);
        Set<PersonId> withPassword = accounts.withPassword();
        return people.all(today()).stream()
                .map(person -> new Account(person, withPassword.contains(person.id())))
                .toList();
    }

    /** Changes name, post, roles and places in units; places that are no longer named end today, new ones begin today. */
    @Transactional
    public Person change(Person asker, Person seen, ChangedPerson wanted) {
        administrator(asker);
        ChangedPerson changed = checked(wanted);
        people.lockNames();
        accounts.lockAdministrators();
        Person before = present(seen);
        String username = before.username() == null && changed.username() != null
                ? names.freeUsername(changed.username())
                : before.username();
        keepAnAdministrator(before, before.enabled() && changed.roles().contains(Role.ADMINISTRATOR));
        orStale(accounts.change(before, username, changed));
        accounts.replaceRoles(before.id(), changed.roles());
        changePlaces(before, changed.places());
        Person after = present(before.id());
        recordChanges(asker, before, after);
        return after;
    }

    /** Closes the account: nobody signs in with it any more, and its open sessions end. What the person did stays. */
    @Transactional
    public Person close(Person asker, Person seen) {
        administrator(asker);
        accounts.lockAdministrators();
        Person before = present(seen);
        keepAnAdministrator(before, false);
        orStale(accounts.close(before, clock.instant()));
        trail.record(asker.actor(), "ACCOUNT_CLOSED", "PERSON", before.id().value());
        return present(before.id());
    }

    /** Opens a closed account again, with the password that it had. */
    @Transactional
    public Person open(Person asker, Person seen) {
        administrator(asker);
        orStale(accounts.open(seen));
        trail.record(asker.actor(), "ACCOUNT_OPENED", "PERSON", seen.id().value());
        return present(seen.id());
    }

    /**
     * Gives somebody else a password, to be changed by its owner; sessions that began with the one before end. The own one
     * is changed with {@link OwnPassword}, which asks for the old one.
     */
    @Transactional
    public Person givePassword(Person asker, Person seen, String password) {
        administrator(asker);
        if (seen.id().equals(asker.id())) {
            throw Refusal.conflict("PASSWORD_OWN");
        }
        Person before = present(seen);
        if (before.username() == null) {
            throw Refusal.conflict("USERNAME_MISSING").with("field", "username");
        }
        passwordRule.check(password, before.username());
        orStale(accounts.changePassword(before, Objects.requireNonNull(passwords.encode(password)), true));
        trail.record(asker.actor(), "PASSWORD_GIVEN", "PERSON", before.id().value());
        return present(before.id());
    }

    private static void administrator(Person asker) {
        if (!asker.is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden();
        }
    }

    private static void orStale(boolean done) {
        if (!done) {
            throw Refusal.stale();
        }
    }

    /** The person as of now, unless changed since it was seen. */
    private Person present(Person seen) {
        Person now = present(seen.id());
        orStale(now.version() == seen.version());
        return now;
    }

    private Person present(PersonId id) {
        return people.byId(id, today()).orElseThrow(Refusal::notFound);
    }

    private void keepAnAdministrator(Person before, boolean stays) {
        boolean leaves = before.enabled() && before.is(Role.ADMINISTRATOR) && !stays;
        if (leaves && !accounts.anotherAdministrator(before.id())) {
            throw Refusal.conflict("LAST_ADMINISTRATOR").with("field", "roles");
        }
    }

    private static ChangedPerson checked(ChangedPerson wanted) {
        return new ChangedPerson(
                wanted.username(),
                Refusal.at("name", () -> TextGate.NAME.require(wanted.name(), "TITLE_MISSING")),
                Refusal.at("salutation", () -> TextGate.NAME.pass(wanted.salutation())),
                Refusal.at("post", () -> TextGate.NAME.pass(wanted.post())),
                wanted.roles(),
                Limits.list(wanted.places(), Limits.LIST).stream()
                        .map(place -> new ChangedPerson.Place(
                                place.unitCode(),
                                place.role(),
                                Refusal.at("memberships", () -> TextGate.NAME.pass(place.post()))))
                        .distinct()
                        .toList());
    }

    private void changePlaces(Person before, List<ChangedPerson.Place> wanted) {
        List<ChangedPerson.Place> present = before.memberships().stream()
                .filter(Membership::own)
                .map(ChangedPerson.Place::of)
                .toList();
        present.stream()
                .filter(place -> !wanted.contains(place))
                .forEach(place -> accounts.endPlace(before.id(), place, today()));
        wanted.stream()
                .filter(place -> !present.contains(place))
                .map(place -> new NewPerson.NewMembership(place.unitCode(), place.role(), place.post(), today()))
                .forEach(place -> people.addMembership(before.id(), place));
    }

    private void recordChanges(Person asker, Person before, Person after) {
        record(asker, before, after, "username", Person::username);
        record(asker, before, after, "name", Person::name);
        record(asker, before, after, "salutation", Person::salutation);
        record(asker, before, after, "post", Person::post);
        record(asker, before, after, "roles", person -> person.roles().toString());
        record(
                asker,
                before,
                after,
                "memberships",
                person -> person.memberships().toString());
    }

    private void record(
            Person asker, Person before, Person after, String field, Function<Person, @Nullable String> content) {
        if (!Objects.equals(content.apply(before), content.apply(after))) {
            trail.record(
                    asker.actor(),
                    "PERSON_CHANGED",
                    "PERSON",
                    after.id().value(),
                    Change.of(field, content.apply(before), content.apply(after)));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Moments.ZONE);
    }
}
