package vn.gopy.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.shared.Texts;

/** A day or a moment in a body is a text as ISO 8601 writes it; what a program counts is none. */
class TimesAsTextTest {

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new TimesAsText().timeModule())
            .addModule(new GivenFields().givenModule())
            .build();

    private record Body(
            @Nullable Instant at,
            @Nullable OffsetDateTime closesAt,
            @Nullable LocalDate day,
            Given<LocalDate> given) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900000000",
                "1900000000.5",
                "\"1900000000\"",
                "\"1900000000.25\"",
                "\" -5 \"",
                "20000",
                "true",
                "[2026, 11, 20]",
                "[\"2026-11-20\"]",
                "{\"year\": 2026}",
                "\"20/11/2026\"",
                "\"ngày mai\""
            })
    void noFieldTakesAnotherForm(String value) {
        for (String field : new String[] {"at", "closesAt", "day", "given"}) {
            Throwable refused =
                    catchThrowable(() -> json.readValue("{\"%s\": %s}".formatted(field, value), Body.class));

            assertThat(refused).as(field + ": " + value).isNotNull();
            ProblemDetail told = told(refused);
            assertThat(told.getStatus()).isEqualTo(400);
            assertThat(told.getDetail()).as(field + ": " + value).contains("2026-11-20T17:00:00+07:00");
        }
    }

    @Test
    void textsOfIsoAreTakenAndNullIsNothing() {
        Body body = json.readValue("""
                {"at": "2026-11-20T10:00:00Z", "closesAt": "2026-11-20T17:00:00+07:00", "day": "2026-11-20", "given": null}""", Body.class);

        assertThat(body.at()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(Objects.requireNonNull(body.closesAt()).toInstant()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(body.day()).isEqualTo("2026-11-20");
        assertThat(body.given()).isEqualTo(Given.of(null));
        assertThat(json.readValue("{\"at\": null}", Body.class).at()).isNull();
    }

    @Test
    void anotherFaultOfTheBodyIsToldAsBefore() {
        Throwable refused = catchThrowable(() -> json.readValue("{\"at\": ", Body.class));

        assertThat(told(refused).getDetail()).isEqualTo("The request is malformed.");
    }

    private static ProblemDetail told(Throwable refused) {
        HttpMessageNotReadableException unread =
                new HttpMessageNotReadableException("no", refused, new MockHttpInputMessage(new byte[0]));
        return Objects.requireNonNull(new ProblemAdvice(new Problems(new Texts()))
                .unread(unread, Locale.ENGLISH)
                .getBody());
    }
}
