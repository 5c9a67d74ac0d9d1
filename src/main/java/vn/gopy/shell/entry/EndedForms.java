package vn.gopy.shell.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import vn.gopy.plain.KeptForms;

/**
 * What becomes of a plain page, or of a form on one, that nobody is signed in for or whose token is of an earlier sign-in:
 * the words are kept for their person, and the way leads through the sign-in back to the page of the form. Nothing is done
 * by itself afterwards.
 */
@Component
class EndedForms implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final KeptForms kept;

    EndedForms(KeptForms kept) {
        this.kept = kept;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        Optional<String> page = kept.keep(request, response);
        page.ifPresent(address -> WantedPage.want(request, address));
        to(response, SecurityConfiguration.SIGN_IN + (page.isPresent() ? "?giu" : ""));
    }

    /** Without a right token; who is signed in sees the form again with all that was typed. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            commence(request, response, new NobodySignedIn());
            return;
        }
        Optional<String> page = kept.keep(request, response);
        if (page.isPresent()) {
            to(response, page.get());
        } else {
            response.sendError(403);
        }
    }

    /** After a form another page is asked for, whatever the form was sent with. */
    private static void to(HttpServletResponse response, String address) {
        response.setStatus(303);
        response.setHeader("Location", address);
    }

    private static final class NobodySignedIn extends AuthenticationException {
        NobodySignedIn() {
            super("not signed in");
        }
    }
}
