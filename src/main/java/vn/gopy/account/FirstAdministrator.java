package vn.gopy.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.OneTimeLinkRepository.Purpose;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Sha256;

/**
 * Lets the first administrator in by a link that works once and for a day: the product is never delivered with a known
 * password.
 */
@Service
public class FirstAdministrator {

    private static final Duration VALID = Duration.ofHours(24);

    private final OneTimeLinkRepository links;
    private final People people;
    private final Clock clock;

    FirstAdministrator(OneTimeLinkRepository links, People people, Clock clock) {
        this.links = links;
        this.people = people;
        this.clock = clock;
    }

    /** The secret part of a new link, as long as nobody has an account; older unused links stop working. */
    @Transactional
    public Optional<String> newToken() {
        if (people.anyAccount()) {
            return Optional.empty();
        }
        String token = links.newToken();
        links.replace(
                Sha256.of(token),
                Purpose.FIRST_ADMINISTRATOR,
                null,
                clock.instant().plus(VALID));
        return Optional.of(token);
    }

    /** Whether the link can still be used. */
    @Transactional(readOnly = true)
    public boolean valid(String token) {
        return links.valid(Sha256.of(token), Purpose.FIRST_ADMINISTRATOR, clock.instant());
    }

    /** Makes the first administrator; the link is used up in the same transaction. */
    @Transactional
    public Person create(String token, String username, String name, String password) {
        if (!links.use(Sha256.of(token), Purpose.FIRST_ADMINISTRATOR, clock.instant())) {
            throw Refusal.notFound();
        }
        return people.register(
                Actor.SYSTEM, new NewPerson(username, password, name, "", "", Set.of(Role.ADMINISTRATOR), List.of()));
    }
}
