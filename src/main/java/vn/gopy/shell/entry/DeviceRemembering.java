package vn.gopy.shell.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import vn.gopy.account.People;
import vn.gopy.account.RememberedDevices;

/**
 * Remembers a device when its person asks for it at a full sign-in, and forgets it when somebody leaves there. Whoever signs
 * in on it takes it over: the person before is not let in on it any more.
 */
@Component
class DeviceRemembering implements RememberMeServices, LogoutHandler {

    /** The box to tick at the sign-in. */
    static final String PARAMETER = "nho";

    private static final List<List<String>> BROWSERS = List.of(
            List.of("Zalo", "Zalo"),
            List.of("coc_coc_browser", "Cốc Cốc"),
            List.of("Edg", "Edge"),
            List.of("OPR/", "Opera"),
            List.of("Firefox/", "Firefox"),
            List.of("Chrome/", "Chrome"),
            List.of("Safari/", "Safari"));
    private static final List<List<String>> SYSTEMS = List.of(
            List.of("iPhone", "iPhone"),
            List.of("iPad", "iPad"),
            List.of("Android", "Android"),
            List.of("Windows", "Windows"),
            List.of("Mac OS X", "macOS"),
            List.of("Linux", "Linux"));

    private final RememberedDevices devices;
    private final People people;

    DeviceRemembering(RememberedDevices devices, People people) {
        this.devices = devices;
        this.people = people;
    }

    /** Quiet entry is {@link QuietEntry}'s. */
    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        // a wrong password says nothing about the device
    }

    @Override
    public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
        forget(request, response);
        if (request.getParameter(PARAMETER) != null) {
            people.byUsername(signedIn.getName())
                    .flatMap(person -> devices.remember(person, label(request.getHeader("User-Agent"))))
                    .ifPresent(token -> DeviceCookie.keep(request, response, token));
        }
    }

    @Override
    public void logout(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Authentication leaving) {
        forget(request, response);
    }

    private void forget(HttpServletRequest request, @Nullable HttpServletResponse response) {
        Optional<String> token = DeviceCookie.read(request);
        token.ifPresent(devices::leave);
        if (token.isPresent() && response != null) {
            DeviceCookie.clear(request, response);
        }
    }

    /** Browser and system in words of ours: what a browser says of itself may be anything. */
    static String label(@Nullable String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        return first(BROWSERS, said) + ", " + first(SYSTEMS, said);
    }

    private static String first(List<List<String>> known, String said) {
        return known.stream()
                .filter(one -> said.contains(one.getFirst()))
                .map(List::getLast)
                .findFirst()
                .orElse("?");
    }
}
