package vn.gopy.shell.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.gopy.shared.ByteBudget;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.WholeBytes;
import vn.gopy.shell.ApiProblems;

/**
 * Reads the bodies of those who were let in, within the budget for what is held in memory: files are taken apart here and
 * nowhere else, and only of people who are known.
 */
@Component
@Order(BodyBudgetFilter.ORDER)
public class BodyBudgetFilter extends OncePerRequestFilter {

    /** After Spring Security, which has order -100. */
    public static final int ORDER = 0;

    /** Not worth counting: what a form or a comment has. */
    private static final long SMALL = BodyLimits.FORM;

    /** JSON is read into objects that weigh more than its characters. */
    private static final int WEIGHT_OF_JSON = 4;

    private static final String NOBODY = "";

    private final ByteBudget budget;
    private final ApiProblems problems;

    BodyBudgetFilter(ByteBudget budget, ApiProblems problems) {
        this.budget = budget;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean little = !BodyLimits.isOfUnknownLength(request) && request.getContentLengthLong() <= SMALL;
        return BodyLimits.isForm(request) || little && !BodyLimits.isMultipart(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String owner = owner();
        if (owner.equals(NOBODY) && isFile(request)) {
            problems.refuse(request, response, 401, "UNAUTHENTICATED");
            return;
        }
        Optional<ByteBudget.Held> held = held(owner, request, response);
        if (held.isPresent()) {
            try (ByteBudget.Held room = held.get()) {
                Optional<HttpServletRequest> whole = whole(request, response);
                if (whole.isPresent()) {
                    chain.doFilter(whole.get(), response);
                }
            }
        }
    }

    private Optional<ByteBudget.Held> held(String owner, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            return Optional.of(budget.hold(owner, weight(request)));
        } catch (Refusal refusal) {
            problems.refuse(request, response, refusal.kind().status(), refusal.code());
            return Optional.empty();
        }
    }

    /** What is handed on: files taken apart, text of unknown length read to its end, the rest as it comes. */
    private Optional<HttpServletRequest> whole(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            if (BodyLimits.isMultipart(request)) {
                return Optional.of(MultipartBody.read(request));
            }
            boolean endless = BodyLimits.isOfUnknownLength(request) && !BodyLimits.isScreenUpload(request);
            return Optional.of(endless ? new BufferedRequest(request) : request);
        } catch (WholeBytes.TooMany tooMany) {
            String limit = BodyLimitFilter.shown(BodyLimits.of(request));
            problems.refuse(request, response, 413, "BODY_TOO_LARGE", limit);
        } catch (MultipartBody.Malformed malformed) {
            problems.refuse(request, response, 400, "MALFORMED");
        }
        return Optional.empty();
    }

    private static boolean isFile(HttpServletRequest request) {
        return BodyLimits.isMultipart(request) || BodyLimits.isScreenUpload(request);
    }

    private static long weight(HttpServletRequest request) {
        long limit = BodyLimits.of(request);
        long length = BodyLimits.isOfUnknownLength(request) ? limit : request.getContentLengthLong();
        return isFile(request) ? length : length * WEIGHT_OF_JSON;
    }

    private static String owner() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean known = authentication != null
                && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
        return known ? Objects.requireNonNull(authentication).getName() : NOBODY;
    }
}
