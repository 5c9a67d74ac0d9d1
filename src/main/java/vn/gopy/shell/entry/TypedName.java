package vn.gopy.shell.entry;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The name that was typed with a wrong password, for the page that comes next: in a cookie for a minute, since addresses
 * stand in logs and histories, and a password is sometimes typed in the place of the name.
 */
final class TypedName {

    private static final String COOKIE = "gopy-name";

    private static final int LONGEST = 64;

    private TypedName() {}

    static void keep(HttpServletRequest request, HttpServletResponse response, String path) {
        String typed = request.getParameter("username");
        if (typed != null && typed.codePointCount(0, typed.length()) <= LONGEST) {
            ResponseCookie cookie = ResponseCookie.from(COOKIE, URLEncoder.encode(typed, StandardCharsets.UTF_8))
                    .path(path)
                    .maxAge(Duration.ofMinutes(1))
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    /** The name; empty when there is no such cookie, or one that is not ours. */
    static String read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        try {
            return cookie == null ? "" : URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
