package vn.gopy.shell.failure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.shared.Texts;
import vn.gopy.shared.web.Problems;
import vn.gopy.shell.ApiPaths;
import vn.gopy.shell.Localisation;
import vn.gopy.shell.SafeHeaders;

/**
 * Says that a request failed where no filter and no controller has seen it, since its address or its first line could not
 * be read: in the same words, with the same headers.
 */
final class FailureValve extends ErrorReportValve {

    private final FailurePage page;
    private final Problems problems;
    private final JsonMapper json;

    FailureValve(FailurePage page, Problems problems, JsonMapper json) {
        this.page = page;
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failed) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String path = Objects.requireNonNullElse(request.getDecodedRequestURI(), rawPath(request));
        boolean api = ApiPaths.has(path);
        SafeHeaders.of(path, request.isSecure()).forEach(response::setHeader);
        response.setContentType(api ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html;charset=UTF-8");
        byte[] answer =
                api ? problem(status) : page.html(language(request), status).getBytes(StandardCharsets.UTF_8);
        try {
            response.getOutputStream().write(answer);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // whoever asked does not listen any more
        }
    }

    private byte[] problem(int status) {
        String code = status == 400 ? "MALFORMED" : page.code(status);
        return json.writeValueAsBytes(problems.detail(status, code, Texts.VIETNAMESE, 50));
    }

    private static String rawPath(Request request) {
        return Objects.requireNonNullElse(request.getRequestURI(), "/");
    }

    private static Locale language(Request request) {
        String cookies = request.getHeader("Cookie");
        return cookies != null && cookies.contains(Localisation.COOKIE + "=en") ? Locale.ENGLISH : Texts.VIETNAMESE;
    }
}
