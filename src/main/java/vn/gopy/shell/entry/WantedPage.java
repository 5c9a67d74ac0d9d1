package vn.gopy.shell.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the sign-in will lead: what was asked for before it, as an address without the name of the server. */
final class WantedPage {

    /** Where Spring Security looks for it. */
    private static final String SAVED = "SPRING_SECURITY_SAVED_REQUEST";

    private WantedPage() {}

    /** The wanted page, with what it is asked; empty where the sign-in page itself was asked for. */
    static Optional<String> of(RequestCache wanted, HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(wanted.getRequest(request, response))
                .map(SavedRequest::getRedirectUrl)
                .flatMap(WantedPage::path);
    }

    private static Optional<String> path(String address) {
        try {
            URI page = URI.create(address);
            String question = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return Optional.ofNullable(page.getRawPath())
                    .filter(WantedPage::isOwn)
                    .map(path -> path + question);
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    /** Makes this page of ours the wanted one. */
    static void want(HttpServletRequest request, String page) {
        String server = UriComponentsBuilder.newInstance()
                .scheme(request.getScheme())
                .host(request.getServerName())
                .port(usual(request) ? -1 : request.getServerPort())
                .toUriString();
        request.getSession().setAttribute(SAVED, new SimpleSavedRequest(server + page));
    }

    private static boolean usual(HttpServletRequest request) {
        return request.getServerPort() == (request.isSecure() ? 443 : 80);
    }

    /** Whether it is an address of this server, however a browser reads it. */
    static boolean isOwn(String page) {
        return page.startsWith("/")
                && !page.startsWith("//")
                && page.chars().noneMatch(sign -> sign < ' ' || sign == '\\');
    }
}
