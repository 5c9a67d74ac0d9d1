package vn.gopy.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.OneTimeLinkRepository.Purpose;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Sha256;

/**
 * Lets somebody set a password by a link that works once and for a day, so that nobody else ever knows the password. A
 * newer link, a password changed otherwise and a closed account end it.
 */
@Service
public class PasswordLinks {

    private static final Duration VALID = Duration.ofHours(24);

    private final OneTimeLinkRepository links;
    private final AccountRepository accounts;
    private final People people;
    private final PasswordEncoder passwords;
    private final PasswordRule rule;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PasswordLinks(
            OneTimeLinkRepository links,
            AccountRepository accounts,
            People people,
            PasswordEncoder passwords,
            PasswordRule rule,
            Trail trail,
            Clock clock,
            TransactionTemplate transaction) {
        this.links = links;
        this.accounts = accounts;
        this.people = people;
        this.passwords = passwords;
        this.rule = rule;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Makes a link for somebody else as an administrator does.
     *
     * @return its secret part
     * @throws Refusal PASSWORD_OWN, USERNAME_MISSING, ACCOUNT_CLOSED
     */
    @Transactional
    public String give(Person asker, PersonId id) {
        if (!asker.is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden();
        }
        if (id.equals(asker.id())) {
            throw Refusal.conflict("PASSWORD_OWN");
        }
        Person owner = people.byId(id).orElseThrow(Refusal::notFound);
        if (owner.username() == null) {
            throw Refusal.conflict("USERNAME_MISSING").with("field", "username");
        }
        if (!owner.enabled()) {
            throw Refusal.conflict("ACCOUNT_CLOSED");
        }
        String token = links.newToken();
        links.replace(Sha256.of(token), Purpose.PASSWORD, id, clock.instant().plus(VALID));
        trail.record(asker.actor(), "PASSWORD_LINK_GIVEN", "PERSON", id.value());
        return token;
    }

    /** Whether the link can still be used. */
    @Transactional(readOnly = true)
    public boolean valid(String token) {
        return owner(token).isPresent();
    }

    private Optional<Person> owner(String token) {
        return links.person(Sha256.of(token), Purpose.PASSWORD, clock.instant())
                .flatMap(people::byId)
                .filter(Person::enabled);
    }

    /**
     * Sets the password; all sessions and remembered devices of the person end, and the link is used up. Nothing is hashed,
     * which costs, for a link that is not valid.
     *
     * @throws Refusal NOT_FOUND for such a link; what {@link PasswordRule} refuses
     */
    public void use(String token, @Nullable String wanted) {
        Person owner = Objects.requireNonNull(transaction.execute(status -> owner(token)))
                .orElseThrow(Refusal::notFound);
        String password = Objects.requireNonNullElse(wanted, "");
        rule.check(password, Objects.requireNonNull(owner.username()));
        String hash = Objects.requireNonNull(passwords.encode(password));
        transaction.executeWithoutResult(status -> {
            if (owner(token).isEmpty() || !links.use(Sha256.of(token), Purpose.PASSWORD, clock.instant())) {
                throw Refusal.notFound();
            }
            Person present = people.byId(owner.id()).orElseThrow(Refusal::notFound);
            if (!accounts.changePassword(present, hash, false)) {
                throw Refusal.stale();
            }
            trail.record(
                    present.actor(), "PASSWORD_CHANGED", "PERSON", present.id().value());
        });
    }
}
