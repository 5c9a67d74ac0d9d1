package vn.gopy.shell.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.shell.ApiProblems;

/**
 * Keeps a page of one person from acting as another who signed in later in the same browser: what a page calls names the
 * person the page was made for, and with anybody else's session it is refused before anything is read or done.
 */
@Component
class PageOwnerFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Gopy-Person";

    /** For the one call that cannot carry a header: the line on which news come. */
    static final String PARAMETER = "person";

    private final Askers askers;
    private final ApiProblems problems;

    PageOwnerFilter(Askers askers, ApiProblems problems) {
        this.askers = askers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/app-api/") || owner(request) == null;
    }

    private static @Nullable String owner(HttpServletRequest request) {
        String named = request.getHeader(HEADER);
        // Asking a form for a parameter would read the body before anybody has looked at its size.
        return named != null || !"GET".equals(request.getMethod()) ? named : request.getParameter(PARAMETER);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Person> asker = askers.current();
        if (asker.isPresent() && !asker.get().id().toString().equals(owner(request))) {
            problems.write(request, response, 401, "PERSON_CHANGED", asker.get().displayName());
            return;
        }
        chain.doFilter(request, response);
    }
}
