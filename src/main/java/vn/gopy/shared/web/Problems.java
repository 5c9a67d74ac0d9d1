package vn.gopy.shared.web;

import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;

/** Makes problem details (RFC 9457): a code for machines, a sentence in the asker's language for people. */
@Component
public class Problems {

    /** What {@code Retry-After} says where the same request may succeed a moment later. */
    public static final String RETRY_AFTER_SECONDS = "5";

    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    /** The answer to a refusal. */
    public ResponseEntity<ProblemDetail> of(Refusal refusal, Locale locale) {
        ResponseEntity<ProblemDetail> answer = of(refusal.kind().status(), refusal.code(), locale, refusal.arguments());
        refusal.details().forEach(Objects.requireNonNull(answer.getBody())::setProperty);
        return answer;
    }

    /** An answer with a status and the sentence of the key {@code refusal.<code>}. */
    public ResponseEntity<ProblemDetail> of(int status, String code, Locale locale, Object... arguments) {
        ProblemDetail problem = detail(status, code, locale, arguments);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isPassing(status)) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.body(problem);
    }

    /** Whether the same request may succeed a moment later. */
    public static boolean isPassing(int status) {
        return status == 429 || status == 503;
    }

    /** The body of such an answer. */
    public ProblemDetail detail(int status, String code, Locale locale, Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.valueOf(status), texts.get(locale, "refusal." + code, arguments));
        problem.setTitle(HttpStatus.valueOf(status).getReasonPhrase());
        problem.setProperty("code", code);
        return problem;
    }
}
