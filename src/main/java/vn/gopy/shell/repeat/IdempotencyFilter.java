package vn.gopy.shell.repeat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.shared.DeedTransactions;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Sha256;
import vn.gopy.shell.ApiProblems;
import vn.gopy.shell.limit.BodyBudgetFilter;
import vn.gopy.shell.limit.BodyLimits;

/**
 * Lets a POST be repeated safely: the same person with the same {@code Idempotency-Key} and the same request gets the
 * first answer again, as far as he may still read it. The answer is committed with the deed, so a deed is never done
 * twice, whatever dies in between; a refusal changes nothing and is not kept. The same key with another request is
 * refused.
 */
@Component
@Order(IdempotencyFilter.ORDER)
class IdempotencyFilter extends OncePerRequestFilter {

    /** After the body was read within its limits. */
    static final int ORDER = BodyBudgetFilter.ORDER + 10;

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final String HEADER = "Idempotency-Key";
    private static final String FIELD = "khoa";
    private static final int LONGEST_KEY = 200;
    private static final int MOST_LOOKS = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int FIRST_FAILURE = 400;

    private record Attempt(UUID person, String key) {}

    /** Attempts of this process, so that a second one need not read its file before it is sent away. */
    private final Set<Attempt> underWay = ConcurrentHashMap.newKeySet();

    private final IdempotencyRepository repository;
    private final DeedTransactions transactions;
    private final PresentRights rights;
    private final Askers askers;
    private final ApiProblems problems;

    IdempotencyFilter(
            IdempotencyRepository repository,
            DeedTransactions transactions,
            PresentRights rights,
            Askers askers,
            ApiProblems problems) {
        this.repository = repository;
        this.transactions = transactions;
        this.rights = rights;
        this.askers = askers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || key(request) == null;
    }

    /** Calls bear it in their header, forms of plain pages in a field. */
    private static @Nullable String key(HttpServletRequest request) {
        if (BodyLimits.isPlain(request)) {
            return request.getParameter(FIELD);
        }
        return BodyLimits.isApi(request) ? request.getHeader(HEADER) : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Person> person = askers.current();
        String key = Objects.requireNonNullElse(key(request), "");
        if (person.isEmpty()) {
            chain.doFilter(request, response);
        } else if (key.isBlank() || key.length() > LONGEST_KEY) {
            problems.refuse(request, response, 400, "IDEMPOTENCY_KEY_MALFORMED", LONGEST_KEY);
        } else {
            once(person.get(), key, request, response, chain);
        }
    }

    private void once(
            Person person, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (BodyLimits.isPlain(request)) {
            // What a browser shows again has its old key; with other words in it, it is another form.
            String hash = RequestContent.hash(request);
            attempt(person, new Attempt(person.id().value(), Sha256.of(key + "\n" + hash)), request, response, chain);
        } else {
            attempt(person, new Attempt(person.id().value(), key), request, response, chain);
        }
    }

    private void attempt(
            Person person, Attempt attempt, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!begins(attempt, BodyLimits.isPlain(request))) {
            problems.refuse(request, response, 409, "IN_PROGRESS");
            return;
        }
        try {
            HttpServletRequest repeatable = RequestContent.repeatable(request);
            String hash = RequestContent.hash(repeatable);
            Optional<KeptAnswer> earlier = repository.find(attempt.person, attempt.key);
            if (earlier.isPresent()) {
                answerAgain(person, earlier.get(), hash, request, response);
            } else {
                execute(person, attempt, hash, repeatable, response, chain);
            }
        } finally {
            underWay.remove(attempt);
        }
    }

    /** A form that is pressed twice is shown the second answer only: it waits for the first and is told the same. */
    private boolean begins(Attempt attempt, boolean patient) {
        for (int looks = 0; !underWay.add(attempt); looks++) {
            if (!patient || looks == MOST_LOOKS) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private void execute(
            Person person,
            Attempt attempt,
            String hash,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try (DeedTransactions.Deed deed = transactions.begin(() -> repository.claim(attempt.person, attempt.key))) {
            chain.doFilter(request, answer);
            if (answer.getStatus() < FIRST_FAILURE) {
                finish(deed, attempt, KeptAnswer.of(hash, PresentRights.of(person), answer), request, answer);
            }
        }
        answer.copyBodyToResponse();
    }

    private void finish(
            DeedTransactions.Deed deed,
            Attempt attempt,
            KeptAnswer kept,
            HttpServletRequest request,
            ContentCachingResponseWrapper answer)
            throws IOException {
        try {
            deed.commit(() -> repository.keep(attempt.person, attempt.key, kept));
        } catch (RuntimeException notCommitted) {
            LOG.error("A request with a key could not be finished", notCommitted);
            answer.reset();
            problems.refuse(request, answer, 500, "HTTP_500");
        }
    }

    private void answerAgain(
            Person person, KeptAnswer earlier, String hash, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!earlier.requestHash().equals(hash)) {
            problems.refuse(request, response, 422, "IDEMPOTENCY_KEY_REUSED");
            return;
        }
        try {
            requireStillAllowed(person, earlier, request.getRequestURI());
        } catch (Refusal lost) {
            problems.refuse(request, response, lost.kind().status(), lost.code());
            return;
        }
        earlier.writeTo(response);
    }

    private void requireStillAllowed(Person person, KeptAnswer earlier, String address) {
        if (!earlier.rights().equals(PresentRights.of(person))) {
            throw Refusal.notFound();
        }
        rights.requireReadable(person, address);
        rights.requireReadable(person, earlier.location());
    }
}
