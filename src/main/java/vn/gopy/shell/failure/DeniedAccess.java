package vn.gopy.shell.failure;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.audit.Trail;

/**
 * Leaves a row in the trail where a signed-in person was denied a thing that exists: one for a person and a thing in a
 * minute. It is written behind the answer, so that a hidden thing takes no longer than an absent one.
 */
@Component
class DeniedAccess implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(DeniedAccess.class);
    private static final Pattern ID = Pattern.compile("/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?=/|$)");
    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int MOST_WAITING = 1_000;

    private final Askers askers;
    private final KnownThingQuery things;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Denial, Instant> noted = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Denial, Instant> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofVirtual().name("denied-access").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    DeniedAccess(Askers askers, KnownThingQuery things, Trail trail, TransactionTemplate transaction, Clock clock) {
        this.askers = askers;
        this.things = things;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Denial(UUID person, UUID thing) {}

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        if (response.getStatus() == 403 || response.getStatus() == 404) {
            note(request.getRequestURI());
        }
    }

    /** Notes that the person of this thread was denied the thing that the address names, if it names one. */
    void note(String address) {
        Matcher named = ID.matcher("/" + address);
        if (!named.find()) {
            return;
        }
        UUID thing = UUID.fromString(named.group(1));
        askers.current()
                .filter(person -> isNews(person, thing))
                .ifPresent(person -> writer.execute(() -> write(person, thing)));
    }

    private boolean isNews(Person person, UUID thing) {
        Instant now = clock.instant();
        Denial denial = new Denial(person.id().value(), thing);
        synchronized (noted) {
            Instant before = noted.get(denial);
            if (before != null && before.plus(ONCE_IN).isAfter(now)) {
                return false;
            }
            noted.remove(denial);
            noted.put(denial, now);
            return true;
        }
    }

    private void write(Person person, UUID thing) {
        try {
            transaction.executeWithoutResult(status -> {
                Optional<String> type = things.typeOf(thing);
                type.ifPresent(known -> trail.record(person.actor(), "ACCESS_DENIED", known, thing));
            });
        } catch (RuntimeException failed) {
            LOG.warn("A denied access could not be written into the trail", failed);
        }
    }

    /** Returns when all that was noted until now is written. */
    void awaitWritten() {
        CompletableFuture.runAsync(() -> {}, writer).join();
    }

    @PreDestroy
    void stop() {
        writer.shutdown();
    }
}
