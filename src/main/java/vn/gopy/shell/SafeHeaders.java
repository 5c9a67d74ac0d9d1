package vn.gopy.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers that every answer carries from its first moment on, whoever makes it. Whoever makes it may put its own in the
 * place of one, such as how long a file may be kept. An address of this server is told without its name, which came from
 * the one who asks.
 */
public final class SafeHeaders extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private final Map<String, String> given = new LinkedHashMap<>();

    SafeHeaders(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
        given.putAll(of(request.getRequestURI(), request.isSecure()));
        given.forEach(response::setHeader);
    }

    /** The headers for an answer from this address. */
    public static Map<String, String> of(String path, boolean secure) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", ContentPolicy.of(path));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "SAMEORIGIN");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.put("Cache-Control", "no-store");
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        return headers;
    }

    /** Says a thing once: what is added to one of ours takes its place. */
    @Override
    public void addHeader(String name, String value) {
        if (given.entrySet().removeIf(one -> one.getKey().equalsIgnoreCase(name))) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        super.sendRedirect(relative(location));
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        super.sendRedirect(relative(location), status, clearBuffer);
    }

    private String relative(String location) {
        try {
            URI target = URI.create(location);
            boolean here =
                    target.getRawAuthority() != null && target.getRawAuthority().equals(authority());
            return here
                    ? target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery())
                    : location;
        } catch (IllegalArgumentException odd) {
            return location;
        }
    }

    private String authority() {
        boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
        return request.getServerName() + (usual ? "" : ":" + request.getServerPort());
    }
}
