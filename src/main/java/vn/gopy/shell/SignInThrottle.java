package vn.gopy.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after five wrong passwords for an account from one address each further try has to wait, one second
 * more each time up to a minute. Nobody is locked out for ever, and nobody can lock out somebody else from elsewhere.
 */
@Component
class SignInThrottle {

    private static final int FREE_TRIES = 5;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int MOST = 50_000;

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final Clock clock;

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Fails like a wrong password while the account has to wait; whether the password was right is not looked at. */
    void check(Authentication given) {
        Failures known = failures.get(key(given));
        if (known != null && clock.instant().isBefore(known.notBefore())) {
            throw new BadCredentialsException("too many tries");
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        Instant now = clock.instant();
        if (failures.size() >= MOST) {
            failures.values().removeIf(one -> one.last().plus(FORGOTTEN).isBefore(now));
        }
        failures.compute(key(event.getAuthentication()), (key, known) -> Failures.after(known, now));
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        failures.remove(key(event.getAuthentication()));
    }

    private static String key(Authentication given) {
        String address =
                given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        return given.getName() + "\n" + address;
    }

    private record Failures(int count, Instant last, Instant notBefore) {

        static Failures after(@Nullable Failures before, Instant now) {
            boolean fresh = before == null || before.last().plus(FORGOTTEN).isBefore(now);
            int count = fresh ? 1 : before.count() + 1;
            Duration wait = Duration.ofSeconds(Math.max(0, count - FREE_TRIES));
            return new Failures(count, now, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
        }
    }
}
