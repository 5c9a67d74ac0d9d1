package vn.gopy.shell.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.gopy.account.RememberedDevices;

/**
 * Lets somebody in whose session has ended on a device that is remembered: what the page asked for goes on as if the
 * session had lasted, a press that was waiting as well, after the checks against forms of other sites. The session is
 * another one than before: an id that somebody else has put into the browser opens nothing.
 */
@Component
class QuietEntry extends OncePerRequestFilter {

    private final RememberedDevices devices;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    QuietEntry(RememberedDevices devices) {
        this.devices = devices;
    }

    /** Files that are the same for everybody need nobody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return EndedAccounts.isForEverybody(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication present = SecurityContextHolder.getContext().getAuthentication();
        if (present == null || present instanceof AnonymousAuthenticationToken) {
            DeviceCookie.read(request).ifPresent(token -> enter(token, request, response));
        }
        chain.doFilter(request, response);
    }

    private void enter(String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<RememberedDevices.Entry> entry = devices.enter(token);
        if (entry.isEmpty()) {
            DeviceCookie.clear(request, response);
            return;
        }
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        UserDetails account = entry.get().account();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        String next = entry.get().token();
        if (next != null) {
            DeviceCookie.keep(request, response, next);
        }
    }
}
