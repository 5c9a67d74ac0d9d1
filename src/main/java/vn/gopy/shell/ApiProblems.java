package vn.gopy.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.account.TooManyTries;
import vn.gopy.shared.web.Busy;
import vn.gopy.shared.web.Problems;
import vn.gopy.shell.limit.BodyLimits;

/** Answers of the API's gate: problem details, never a redirect or a page. */
@Component
public class ApiProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;
    private final JsonMapper json;
    private final LocaleResolver languages;

    ApiProblems(Problems problems, JsonMapper json, LocaleResolver languages) {
        this.problems = problems;
        this.json = json;
        this.languages = languages;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof TooManyTries wait) {
            tooMany(request, response, wait.seconds());
            return;
        }
        if (refused instanceof AuthenticationServiceException) {
            int status = unasked(refused);
            write(request, response, status, "HTTP_" + status);
            return;
        }
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Gop Y\", charset=\"UTF-8\"");
        }
        write(request, response, 401, "UNAUTHENTICATED");
    }

    /** The status of a sign-in that could not be looked at, so that nobody takes the password for wrong. */
    public static int unasked(AuthenticationException failure) {
        return Busy.is(failure) ? 503 : 500;
    }

    /** Where nobody is signed in, what is missing is the sign-in, also when a token was the first thing missed. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            write(request, response, 401, "UNAUTHENTICATED");
        } else {
            write(request, response, 403, "FORBIDDEN");
        }
    }

    /** Says that so many calls are too many, and when the next one may come. */
    public void tooMany(HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
        response.setHeader("Retry-After", Long.toString(seconds));
        refuse(request, response, 429, "TOO_MANY_CALLS", seconds);
    }

    /** Writes the problem in the asker's language. */
    public void write(
            HttpServletRequest request, HttpServletResponse response, int status, String code, Object... arguments)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        if (Problems.isPassing(status) && !response.containsHeader("Retry-After")) {
            response.setHeader("Retry-After", Problems.RETRY_AFTER_SECONDS);
        }
        json.writeValue(
                response.getOutputStream(), problems.detail(status, code, languages.resolveLocale(request), arguments));
    }

    /** The same below the APIs; elsewhere the product's page for that status. */
    public void refuse(
            HttpServletRequest request, HttpServletResponse response, int status, String code, Object... arguments)
            throws IOException {
        if (BodyLimits.isApi(request)) {
            write(request, response, status, code, arguments);
        } else {
            response.sendError(status);
        }
    }
}
