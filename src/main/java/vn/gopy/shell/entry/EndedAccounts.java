package vn.gopy.shell.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.gopy.account.Askers;

/**
 * Ends the session of a person whose account was disabled, at the next thing that its browser asks for, be it a page, a
 * press or a heartbeat of an open page. The request goes on as nobody's, and is answered like one.
 */
@Component
class EndedAccounts extends OncePerRequestFilter {

    private final Askers askers;
    private final SecurityContextLogoutHandler ending = new SecurityContextLogoutHandler();

    EndedAccounts(Askers askers) {
        this.askers = askers;
    }

    /** Files that are the same for everybody are not worth a question to the database. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isForEverybody(request);
    }

    /** Whether a file is asked for that is the same for everybody. */
    static boolean isForEverybody(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/app/") || path.startsWith("/VAADIN/build/") || path.startsWith("/VAADIN/static/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        boolean somebody = signedIn != null && !(signedIn instanceof AnonymousAuthenticationToken);
        if (somebody) {
            askers.forOneCall()
                    .ifPresentOrElse(
                            caller -> letIn(caller, request), () -> ending.logout(request, response, signedIn));
        }
        chain.doFilter(request, response);
    }

    /** What an element of a page calls is done as the one who was read here. Screens go on reading: their presses are long. */
    private static void letIn(Authentication caller, HttpServletRequest request) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/app-api/")) {
            SecurityContext ofTheCall = SecurityContextHolder.createEmptyContext();
            ofTheCall.setAuthentication(caller);
            SecurityContextHolder.setContext(ofTheCall);
        }
    }
}
