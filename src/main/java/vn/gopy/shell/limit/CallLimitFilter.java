package vn.gopy.shell.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.gopy.shell.ApiProblems;

/** Holds each person to so many searches and so many other calls a second; who calls without sign-in shares with its address. */
@Component
public class CallLimitFilter extends OncePerRequestFilter {

    private final Allowances searches;
    private final Allowances others;
    private final ApiProblems problems;

    CallLimitFilter(
            @Value("${gopy.limits.searches-per-second}") double searches,
            @Value("${gopy.limits.calls-per-second}") double others,
            @Value("${gopy.limits.burst}") double burst,
            ApiProblems problems) {
        this.searches = new Allowances(searches, burst, System::nanoTime);
        this.others = new Allowances(others, burst, System::nanoTime);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long wait = (isSearch(request.getRequestURI()) ? searches : others).take(asker(request));
        if (wait > 0) {
            problems.tooMany(request, response, wait);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isSearch(String path) {
        return path.equals("/api/v1/search") || path.equals("/app-api/search/suggest");
    }

    private static String asker(HttpServletRequest request) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null || signedIn instanceof AnonymousAuthenticationToken
                ? "address " + request.getRemoteAddr()
                : "person " + signedIn.getName();
    }
}
