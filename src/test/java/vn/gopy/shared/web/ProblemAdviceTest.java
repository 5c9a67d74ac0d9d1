package vn.gopy.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import vn.gopy.shared.Texts;

/** Failures that are nobody's fault but the moment's. */
class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice(new Problems(new Texts()));
    private final ExceptionHandlerMethodResolver handlers = new ExceptionHandlerMethodResolver(ProblemAdvice.class);

    private static DataAccessException translated(String state) {
        SQLException cause = new SQLException("from the database", state);
        DataAccessException known = new SQLStateSQLExceptionTranslator().translate("work", "SQL", cause);
        return Objects.requireNonNullElseGet(known, () -> new UncategorizedSQLException("work", "SQL", cause));
    }

    private String answer(Exception failed) throws ReflectiveOperationException {
        Method handler = Objects.requireNonNull(handlers.resolveMethod(failed));
        Object given = handler.getParameterCount() == 1
                ? handler.invoke(advice, Locale.ENGLISH)
                : handler.invoke(advice, failed, Locale.ENGLISH);
        ProblemDetail body = Objects.requireNonNull((ProblemDetail) ((ResponseEntity<?>) given).getBody());
        return body.getStatus() + " "
                + Objects.requireNonNull(body.getProperties()).get("code");
    }

    @Test
    void whoCameTooLateIsToldToLookAgain() throws ReflectiveOperationException {
        assertThat(answer(translated("40P01"))).as("deadlock").isEqualTo("409 CHANGED_MEANWHILE");
        assertThat(answer(translated("40001"))).as("serialization").isEqualTo("409 CHANGED_MEANWHILE");
        assertThat(answer(translated("55P03"))).as("lock timeout").isEqualTo("409 CHANGED_MEANWHILE");
        assertThat(answer(new CannotAcquireLockException("lock"))).isEqualTo("409 CHANGED_MEANWHILE");
        assertThat(answer(new DuplicateKeyException("twice"))).isEqualTo("409 CHANGED_MEANWHILE");
    }

    @Test
    void textThatTheDatabaseCannotHoldIsMalformedAlsoWithinJson() throws ReflectiveOperationException {
        assertThat(answer(translated("22021"))).isEqualTo("400 MALFORMED");
        assertThat(answer(translated("22P05"))).isEqualTo("400 MALFORMED");
    }
}
