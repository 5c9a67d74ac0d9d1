package vn.gopy.shell.entry;

import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.gopy.account.FirstAdministrator;

/** Prints the one-time link for the first administrator as long as nobody has an account. */
@Component
@Profile("!demo")
class FirstStart {

    private final FirstAdministrator firstAdministrator;
    private final String address;

    FirstStart(FirstAdministrator firstAdministrator, @Value("${gopy.address:http://localhost}") String address) {
        this.firstAdministrator = firstAdministrator;
        this.address = address;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        PrintStream out = System.out;
        firstAdministrator
                .newToken()
                .ifPresent(token -> out.println("Quản trị đầu tiên (dùng một lần, trong 24 giờ) / First administrator"
                        + " (once, within 24 hours): " + address + ":"
                        + event.getWebServer().getPort() + "/bat-dau/" + token));
    }
}
