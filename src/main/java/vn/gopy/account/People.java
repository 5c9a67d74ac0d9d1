package vn.gopy.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** The people of the committee and its units, with what they are today. */
@Service
public class People {

    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,190}");

    private final PeopleRepository repository;
    private final PasswordEncoder passwords;
    private final PasswordRule passwordRule;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    People(
            PeopleRepository repository,
            PasswordEncoder passwords,
            PasswordRule passwordRule,
            Trail trail,
            Clock clock,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.passwords = passwords;
        this.passwordRule = passwordRule;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The person with this user name, however its letters were typed, as of today. */
    @Transactional(readOnly = true)
    public Optional<Person> byUsername(String username) {
        String folded = NameRule.typed(username);
        return folded.indexOf('\0') >= 0 ? Optional.empty() : repository.byUsername(folded, today());
    }

    /**
     * The same, as long as the password has been changed this many times: a session ends when it is changed elsewhere.
     *
     * <p>One statement, asked by every call: it needs no transaction of its own.
     *
     * @param device which began the session and must still be remembered; null for one that began with the password
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    Optional<Person> signedIn(String username, int passwordChanges, @Nullable DeviceId device) {
        return repository.signedIn(NameRule.folded(username), passwordChanges, device, today());
    }

    @Transactional(readOnly = true)
    public Optional<Person> byId(PersonId id) {
        return repository.byId(id, today());
    }

    /** Those of the people that there are, in no order. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Person> among(Collection<PersonId> ids) {
        return ids.isEmpty() ? List.of() : repository.among(ids, today());
    }

    /** Everybody, oldest first; names and posts are no secret inside the product. */
    @Transactional(readOnly = true)
    public List<Person> all() {
        return repository.all(today());
    }

    /** Those of them who can sign in. */
    @Transactional(readOnly = true)
    public List<Person> reachable() {
        return all().stream()
                .filter(person -> person.enabled() && person.username() != null)
                .toList();
    }

    /** Whether anybody can sign in at all. */
    @Transactional(readOnly = true)
    public boolean anyAccount() {
        return repository.anyAccount();
    }

    /** Registers a person as an administrator does, see {@link #register(Actor, NewPerson)}. */
    public Person register(Person asker, NewPerson person) {
        if (!asker.is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden();
        }
        String hash = hash(person);
        return transaction.execute(status -> {
            Person registered = register(asker.actor(), person, hash);
            if (hash != null) {
                repository.markPasswordGiven(registered.id());
            }
            return registered;
        });
    }

    /**
     * Registers a person by the product itself; the password is stored as a hash only. Refuses a name or a password
     * against the rules, a user name that is taken by a person or, as a code, by a unit, and a unit that is not there.
     */
    public Person register(Actor actor, NewPerson wanted) {
        String hash = hash(wanted);
        return transaction.execute(status -> register(actor, wanted, hash));
    }

    /** Slow on purpose: made before the names are locked and a connection is taken, so that nobody waits for it. */
    private @Nullable String hash(NewPerson wanted) {
        if (wanted.password() == null) {
            return null;
        }
        String username = wanted.username() == null
                ? ""
                : Refusal.at("username", () -> NameRule.username(Objects.requireNonNull(wanted.username())));
        passwordRule.check(wanted.password(), username);
        return passwords.encode(wanted.password());
    }

    private Person register(Actor actor, NewPerson wanted, @Nullable String hash) {
        repository.lockNames();
        NewPerson person = checked(wanted);
        PersonId id = PersonId.next();
        repository.add(id, person, hash, clock.instant());
        trail.record(actor, "PERSON_REGISTERED", "PERSON", id.value(), Change.created(person.name()));
        return repository.byId(id, today()).orElseThrow();
    }

    /** Where the person wants mail; empty when none was given. */
    @Transactional(readOnly = true)
    public Optional<String> mailAddress(PersonId id) {
        return repository.mailAddress(id).filter(address -> !address.isBlank());
    }

    /** The person's own mail address; blank for no mail. Refuses what is no address. */
    @Transactional
    public void changeMailAddress(Person asker, String address) {
        String wanted = address.strip();
        if (!wanted.isEmpty()
                && (wanted.length() > LONGEST_ADDRESS
                        || !ADDRESS.matcher(wanted).matches())) {
            throw Refusal.unprocessable("MAIL_ADDRESS_WRONG");
        }
        Optional<String> before = repository.mailAddress(asker.id());
        repository.changeMailAddress(asker.id(), wanted);
        trail.record(
                asker.actor(),
                "MAIL_ADDRESS_CHANGED",
                "PERSON",
                asker.id().value(),
                Change.of("email", before.orElse(""), wanted));
    }

    private NewPerson checked(NewPerson wanted) {
        String username = wanted.username() == null ? null : freeUsername(wanted.username());
        return new NewPerson(
                username,
                wanted.password(),
                Refusal.at("name", () -> TextGate.NAME.require(wanted.name(), "TITLE_MISSING")),
                Refusal.at("salutation", () -> TextGate.NAME.pass(wanted.salutation())),
                Refusal.at("post", () -> TextGate.NAME.pass(wanted.post())),
                wanted.roles(),
                wanted.memberships().stream().map(People::checked).toList());
    }

    /**
     * The user name as it is kept. Asked under {@link PeopleRepository#lockNames()}.
     *
     * @throws Refusal USERNAME_WRONG, USERNAME_TAKEN, or NAME_DOUBLE for the code of a unit
     */
    String freeUsername(String wanted) {
        return Refusal.at("username", () -> {
            String username = NameRule.username(wanted);
            if (repository.usernameTaken(username)) {
                throw Refusal.conflict("USERNAME_TAKEN", username);
            }
            if (repository.unitCodeTaken(username)) {
                throw Refusal.conflict("NAME_DOUBLE", username);
            }
            return username;
        });
    }

    private static NewPerson.NewMembership checked(NewPerson.NewMembership wanted) {
        return new NewPerson.NewMembership(
                wanted.unitCode(), wanted.role(), TextGate.NAME.pass(wanted.post()), Limits.day(wanted.from()));
    }

    /** The person with this user name and the password, read together; nobody without a password. */
    Optional<KeptAccount> account(String username) {
        String folded = NameRule.typed(username);
        return folded.indexOf('\0') >= 0 ? Optional.empty() : repository.account(folded, today());
    }

    Optional<KeptPassword> password(PersonId id) {
        return repository.password(id);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Moments.ZONE);
    }
}
