package vn.gopy.shell.entry;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import vn.gopy.account.RememberedDevices;

/** What a remembered device keeps: out of reach of scripts, of other sites' forms, and of lines that can be listened to. */
final class DeviceCookie {

    static final String NAME = "gopy-may";

    private DeviceCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
    }

    static void keep(HttpServletRequest request, HttpServletResponse response, String token) {
        put(request, response, token, RememberedDevices.LASTS);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        put(request, response, "", Duration.ZERO);
    }

    private static void put(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
