package vn.gopy.shell.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.gopy.shell.ApiProblems;

/**
 * The outermost wall: a body that is too large, or multipart where no file is taken, is refused before a byte of it is
 * read and before anybody is asked who he is. A body of unknown length is cut off at the limit.
 */
@Component
@Order(BodyLimitFilter.ORDER)
class BodyLimitFilter extends OncePerRequestFilter {

    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    private final ApiProblems problems;

    BodyLimitFilter(ApiProblems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !BodyLimits.hasBody(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = BodyLimits.of(request);
        if (BodyLimits.isMultipart(request) && !BodyLimits.takesMultipart(request)) {
            problems.refuse(request, response, 415, "HTTP_415");
        } else if (request.getContentLengthLong() > limit) {
            problems.refuse(request, response, 413, "BODY_TOO_LARGE", shown(limit));
        } else if (BodyLimits.isOfUnknownLength(request)) {
            chain.doFilter(new BoundedRequest(request, limit), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A limit in words. */
    static String shown(long limit) {
        return limit >= 1 << 20 ? (limit >> 20) + " MB" : (limit >> 10) + " kB";
    }
}
