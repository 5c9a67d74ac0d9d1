package vn.gopy.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.gopy.account.Askers;
import vn.gopy.shared.Sha256;
import vn.gopy.shared.SqlParameters;

/**
 * Lets a POST be repeated safely: the same person with the same {@code Idempotency-Key} and the same request gets the
 * first answer again. The same key with another request is refused.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final IdempotencyRepository repository;
    private final Askers askers;
    private final ApiProblems problems;

    IdempotencyFilter(IdempotencyRepository repository, Askers askers, ApiProblems problems) {
        this.repository = repository;
        this.askers = askers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<UUID> person = askers.current().map(asker -> asker.id().value());
        String key = request.getHeader(HEADER);
        if (person.isEmpty() || key.length() > LONGEST_KEY) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletRequest repeatable = repeatable(request);
        String hash = Sha256.of(request.getRequestURI() + "\n" + content(repeatable));
        if (repository.begin(person.get(), key, hash)) {
            execute(person.get(), key, repeatable, response, chain);
        } else {
            answerAgain(repository.find(person.get(), key).orElseThrow(), hash, request, response);
        }
    }

    private static HttpServletRequest repeatable(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        boolean multipart = type != null && type.startsWith("multipart/");
        return multipart ? request : new BufferedRequest(request);
    }

    /** A multipart request is known by its length: its boundary differs at each repetition anyway. */
    private static String content(HttpServletRequest request) {
        return request instanceof BufferedRequest buffered
                ? Sha256.of(buffered.content())
                : String.valueOf(request.getContentLengthLong());
    }

    private void execute(
            UUID person, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, kept);
            done = kept.getStatus() < 500;
        } finally {
            if (done) {
                repository.finish(person, key, Stored.of(kept));
            } else {
                repository.forget(person, key);
            }
            kept.copyBodyToResponse();
        }
    }

    private void answerAgain(Stored stored, String hash, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!stored.requestHash().equals(hash)) {
            problems.write(request, response, 422, "IDEMPOTENCY_KEY_REUSED");
        } else if (stored.status() == null) {
            problems.write(request, response, 409, "IN_PROGRESS");
        } else {
            response.setStatus(stored.status());
            if (!stored.mediaType().isEmpty()) {
                response.setContentType(stored.mediaType());
            }
            if (!stored.location().isEmpty()) {
                response.setHeader("Location", stored.location());
            }
            if (!stored.etag().isEmpty()) {
                response.setHeader("ETag", stored.etag());
            }
            response.getOutputStream().write(stored.body());
        }
    }

    /** A first answer; status null while it is being made. */
    record Stored(
            String requestHash, @Nullable Integer status, String mediaType, String location, String etag, byte[] body) {

        static Stored of(ContentCachingResponseWrapper response) {
            return new Stored(
                    "",
                    response.getStatus(),
                    response.getContentType() == null ? "" : response.getContentType(),
                    header(response, "Location"),
                    header(response, "ETag"),
                    response.getContentAsByteArray());
        }

        private static String header(ContentCachingResponseWrapper response, String name) {
            return Objects.requireNonNullElse(response.getHeader(name), "");
        }
    }
}

@Repository
class IdempotencyRepository {

    /** After this time an unfinished first request is taken for dead. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean begin(UUID person, String key, String hash) {
        Instant now = clock.instant();
        return jdbc.sql("""
                INSERT INTO idempotency_key (person_id, key, request_hash, created_at)
                VALUES (:person, :key, :hash, :now)
                ON CONFLICT (person_id, key) DO UPDATE SET created_at = :now
                    WHERE idempotency_key.status IS NULL AND idempotency_key.created_at < :dead
                      AND idempotency_key.request_hash = :hash
                """)
                        .paramSource(SqlParameters.of("person", person)
                                .and("key", key)
                                .and("hash", hash)
                                .and("now", now)
                                .and("dead", now.minus(PATIENCE)))
                        .update()
                == 1;
    }

    Optional<IdempotencyFilter.Stored> find(UUID person, String key) {
        return jdbc.sql("""
                SELECT request_hash, status, media_type, location, etag, body FROM idempotency_key
                WHERE person_id = :person AND key = :key
                """)
                .paramSource(SqlParameters.of("person", person).and("key", key))
                .query((row, n) -> new IdempotencyFilter.Stored(
                        row.getString("request_hash"),
                        row.getObject("status", Integer.class),
                        row.getString("media_type"),
                        row.getString("location"),
                        row.getString("etag"),
                        row.getBytes("body") == null ? new byte[0] : row.getBytes("body")))
                .optional();
    }

    void finish(UUID person, String key, IdempotencyFilter.Stored answer) {
        jdbc.sql("""
                UPDATE idempotency_key SET status = :status, media_type = :type, location = :location, etag = :etag, body = :body
                WHERE person_id = :person AND key = :key
                """)
                .paramSource(SqlParameters.of("person", person)
                        .and("key", key)
                        .and("status", answer.status())
                        .and("type", answer.mediaType())
                        .and("location", answer.location())
                        .and("etag", answer.etag())
                        .and("body", answer.body()))
                .update();
    }

    void forget(UUID person, String key) {
        jdbc.sql("DELETE FROM idempotency_key WHERE person_id = :person AND key = :key AND status IS NULL")
                .paramSource(SqlParameters.of("person", person).and("key", key))
                .update();
    }
}
