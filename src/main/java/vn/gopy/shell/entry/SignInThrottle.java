package vn.gopy.shell.entry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import vn.gopy.account.NameRule;
import vn.gopy.account.TooManyTries;
import vn.gopy.shell.limit.Allowances;

/**
 * Slows down guessing: after five wrong passwords for a name from one address each further try has to wait, one second more
 * each time up to a minute; and one address checks so many passwords a second, whatever the names. Nobody is locked out
 * for ever, nobody can lock out somebody else from elsewhere, and names that do not exist are treated like those that do.
 * What is remembered is bounded and forgotten after a quarter of an hour.
 */
@Component
class SignInThrottle {

    private static final int FREE_TRIES = 5;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int MOST = 50_000;
    private static final int LONGEST_NAME = 64;

    private final Cache<String, Failures> failures =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FORGOTTEN).build();
    private final Allowances addresses;
    private final Clock clock;

    SignInThrottle(
            Clock clock,
            @Value("${gopy.limits.sign-ins-per-second}") double perSecond,
            @Value("${gopy.limits.burst}") double burst) {
        this.clock = clock;
        this.addresses = new Allowances(perSecond, burst, System::nanoTime);
    }

    /** Fails while the name, or the address, has to wait. */
    void check(Authentication given) {
        Failures known = failures.getIfPresent(key(given));
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.notBefore())) {
            throw new TooManyTries(Duration.between(now, known.notBefore()).toSeconds() + 1);
        }
        long wait = addresses.take(address(given));
        if (wait > 0) {
            throw new TooManyTries(wait);
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        Instant now = clock.instant();
        failures.asMap().compute(key(event.getAuthentication()), (key, known) -> Failures.after(known, now));
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        failures.invalidate(key(event.getAuthentication()));
    }

    private static String key(Authentication given) {
        String name = NameRule.typed(given.getName());
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "\n" + address(given);
    }

    private static String address(Authentication given) {
        return given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    private record Failures(int count, Instant last, Instant notBefore) {

        static Failures after(@Nullable Failures before, Instant now) {
            boolean counts = before != null && !before.last().plus(FORGOTTEN).isBefore(now);
            int count = counts ? Objects.requireNonNull(before).count() + 1 : 1;
            Duration wait = Duration.ofSeconds(Math.max(0, count - FREE_TRIES));
            return new Failures(count, now, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
        }
    }
}
