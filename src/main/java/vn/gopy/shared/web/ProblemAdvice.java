package vn.gopy.shared.web;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import vn.gopy.shared.Refusal;

/** Every failure below the API is a problem detail; never a page, never a stack trace. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** A character U+0000, plain and within JSON, which no text of a person has. */
    private static final Set<String> UNSTORABLE_TEXT = Set.of("22021", "22P05");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
        return problems.of(refusal, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unread(HttpMessageNotReadableException unread, Locale locale) {
        return unread.getCause() instanceof TimesAsText.NotIso
                ? problems.of(400, "NOT_A_TIME", locale)
                : malformed(locale);
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, MultipartException.class})
    ResponseEntity<ProblemDetail> malformed(Locale locale) {
        return problems.of(400, "MALFORMED", locale);
    }

    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException refused) {
        throw refused;
    }

    /** Two did something at once and one of them came too late: done again it sees what the other has done. */
    @ExceptionHandler({TransientDataAccessException.class, DuplicateKeyException.class})
    ResponseEntity<ProblemDetail> crossed(Locale locale) {
        return problems.of(409, "CHANGED_MEANWHILE", locale);
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException readerLeft) {
        // an open page was closed: nobody is left to tell
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception failed, Locale locale) {
        if (failed instanceof ErrorResponse response) {
            int status = response.getStatusCode().value();
            ResponseEntity<ProblemDetail> problem =
                    problems.of(status, status == 413 ? "TOO_LARGE" : "HTTP_" + status, locale, 50);
            return ResponseEntity.status(status)
                    .headers(problem.getHeaders())
                    .headers(response.getHeaders())
                    .body(problem.getBody());
        }
        if (Busy.is(failed)) {
            LOG.warn("An API call waited too long for a connection of the database");
            return problems.of(503, "HTTP_503", locale);
        }
        String state = sqlState(failed);
        if (failed instanceof InvalidParameterException || UNSTORABLE_TEXT.contains(state)) {
            return problems.of(400, "MALFORMED", locale);
        }
        if (LOCK_NOT_AVAILABLE.equals(state)) {
            return crossed(locale);
        }
        LOG.error("An API call failed", failed);
        return problems.of(500, "HTTP_500", locale);
    }

    private static String sqlState(Exception failed) {
        return NestedExceptionUtils.getMostSpecificCause(failed) instanceof SQLException cause
                ? Objects.requireNonNullElse(cause.getSQLState(), "")
                : "";
    }
}
