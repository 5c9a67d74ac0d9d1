package vn.gopy.shell.failure;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.LocaleResolver;
import vn.gopy.shared.web.Busy;
import vn.gopy.shared.web.Problems;
import vn.gopy.shell.ApiPaths;
import vn.gopy.shell.ApiProblems;

/**
 * Answers every request that has failed outside a call or a screen: problem details below the API, a page of ours
 * elsewhere. Asked for by its own address it is absent.
 */
@Hidden
@Controller
class Failures implements ErrorController {

    private final FailurePage page;
    private final ApiProblems problems;
    private final LocaleResolver languages;

    Failures(FailurePage page, ApiProblems problems, LocaleResolver languages) {
        this.page = page;
        this.problems = problems;
        this.languages = languages;
    }

    /** What the browser asks for on its own, and addresses that lack their last part. */
    @RequestMapping({"/manifest.webmanifest", "/bat-dau", "/bat-dau/"})
    void absent(HttpServletResponse response) throws IOException {
        response.sendError(404);
    }

    @RequestMapping("${server.error.path:/error}")
    void failed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status(request);
        Locale language = languages.resolveLocale(request);
        if (ApiPaths.has((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))) {
            problems.write(request, response, status, status == 400 ? "MALFORMED" : page.code(status), 50);
            return;
        }
        response.setStatus(status);
        if (Problems.isPassing(status) && !response.containsHeader("Retry-After")) {
            response.setHeader("Retry-After", Problems.RETRY_AFTER_SECONDS);
        }
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page.html(language, status).getBytes(StandardCharsets.UTF_8));
    }

    private static int status(HttpServletRequest request) {
        Integer told = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return told == null ? 404 : told == 500 ? status(cause) : told;
    }

    /** A request that cannot be read fails wherever it is first read; that is no failure of ours. */
    private static int status(@Nullable Throwable cause) {
        if (Busy.is(cause)) {
            return 503;
        }
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof ErrorResponse response) {
                return response.getStatusCode().value();
            }
            if (one instanceof InvalidParameterException || one instanceof MultipartException) {
                return 400;
            }
        }
        return 500;
    }
}
