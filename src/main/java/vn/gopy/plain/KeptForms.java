package vn.gopy.plain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import vn.gopy.account.Person;

/**
 * Keeps what was typed into a form that could not be taken, because the session had ended or something else stood in the
 * way: for two hours, for the person whose page it was alone, under a name that only that browser knows. What is kept at
 * once is bounded; a start of the program forgets it.
 */
@Component
public class KeptForms {

    /** Whose page the form stands on. */
    static final String OWNER = "nguoi";

    /** The address of the page that shows the form. */
    static final String PAGE = "trang";

    private static final String COOKIE = "gopy-giu";
    private static final Duration KEPT = Duration.ofHours(2);
    private static final long MOST_CHARACTERS = 8L << 20;

    private final Cache<String, Kept> forms = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumWeight(MOST_CHARACTERS)
            .<String, Kept>weigher((name, kept) -> kept.weight())
            .build();

    /** @param page where the form stands */
    record Kept(String owner, String page, Typed typed) {

        int weight() {
            return 500
                    + page.length()
                    + typed.values().stream().mapToInt(String::length).sum();
        }
    }

    /**
     * Keeps the form of the request, if it is one of ours that holds words, came from a page of ours, and names whose it is.
     *
     * @return the page of the form, where the request names one of ours
     */
    public Optional<String> keep(HttpServletRequest request, HttpServletResponse response) {
        String page = Objects.requireNonNullElse(request.getParameter(PAGE), "");
        if (!"POST".equals(request.getMethod()) || !PlainAddresses.isOwn(page) || !isFromHere(request)) {
            return Optional.empty();
        }
        Typed typed = Typed.of(request);
        String owner = request.getParameter(OWNER);
        if (typed.hasWords() && owner != null) {
            String name = UUID.randomUUID().toString();
            forms.put(name, new Kept(owner, page, typed));
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, name, KEPT));
        }
        return Optional.of(page);
    }

    /** What is kept in this browser for this person. */
    Optional<Kept> find(HttpServletRequest request, Person asker) {
        return Optional.ofNullable(name(request))
                .map(forms::getIfPresent)
                .filter(kept -> kept.owner().equals(asker.id().toString()));
    }

    /** Forgets it: the page whose form it was has been taken. */
    void taken(HttpServletRequest request, HttpServletResponse response) {
        String name = name(request);
        Kept kept = name == null ? null : forms.getIfPresent(name);
        if (name != null && kept != null && kept.page().equals(request.getParameter(PAGE))) {
            forms.invalidate(name);
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
        }
    }

    private static @Nullable String name(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    /** Another site cannot put words into somebody's form: browsers say from where a form is sent. */
    private static boolean isFromHere(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        try {
            return origin == null
                    || Objects.equals(URI.create(origin).getRawAuthority(), request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException odd) {
            return false;
        }
    }

    private static String cookie(HttpServletRequest request, String name, Duration age) {
        return ResponseCookie.from(COOKIE, name)
                .path(PlainAddresses.HOME)
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
