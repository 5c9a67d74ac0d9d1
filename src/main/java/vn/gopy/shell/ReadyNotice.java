package vn.gopy.shell;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.gopy.account.Role;
import vn.gopy.account.UnitRole;
import vn.gopy.demo.DemoAccountsQuery;
import vn.gopy.demo.DemoAccountsQuery.DemoAccount;

/** Tells the person at the terminal where the product is, once it is healthy; with the example, also who may sign in. */
@Component
@ConditionalOnProperty("gopy.announce")
class ReadyNotice {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final HealthEndpoint health;
    private final ObjectProvider<DemoAccountsQuery> accounts;
    private final String address;

    ReadyNotice(
            HealthEndpoint health,
            ObjectProvider<DemoAccountsQuery> accounts,
            @Value("http://${server.address}:${server.port}/") String address) {
        this.health = health;
        this.accounts = accounts;
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        Thread.ofVirtual().name("ready-notice").start(() -> tellWhenHealthy(System.out));
    }

    private void tellWhenHealthy(PrintStream out) {
        try {
            while (!Status.UP.equals(health.health().getStatus())) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            out.printf("Góp Ý đang chạy tại %s (Ctrl+C để dừng)%n", address);
            accounts.ifAvailable(query -> print(query.all(), out));
            out.flush();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void print(List<DemoAccount> all, PrintStream out) {
        if (all.isEmpty()) {
            return;
        }
        var username = width(all.stream().map(DemoAccount::username));
        var who = width(all.stream().map(ReadyNotice::person));
        var line = "  %-" + username + "s  %-" + who + "s  %s%n";
        out.println();
        out.printf(line, "Tài khoản", "Người", "Vai trò");
        all.forEach(account -> out.printf(line, account.username(), person(account), roles(account)));
        out.printf("%n  Mật khẩu của mọi tài khoản: demo. Dữ liệu minh họa, không dùng cho công việc thật.%n");
    }

    private static int width(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(1);
    }

    private static String person(DemoAccount account) {
        return account.post().isBlank() ? account.who() : account.who() + ", " + account.post();
    }

    private static String roles(DemoAccount account) {
        var own = codes(account.roles()).map(code -> word(Role.valueOf(code)));
        var units = codes(account.units()).map(ReadyNotice::unit);
        return Stream.concat(own, units).collect(Collectors.joining("; "));
    }

    private static Stream<String> codes(@Nullable String joined) {
        return Optional.ofNullable(joined).stream().flatMap(text -> Arrays.stream(text.split(",")));
    }

    private static String unit(String roleAndCode) {
        var space = roleAndCode.indexOf(' ');
        var word = switch (UnitRole.valueOf(roleAndCode.substring(0, space))) {
            case HEAD -> "Lãnh đạo ";
            case STAFF -> "Chuyên viên ";
            case CLERK -> "Văn thư ";
        };
        return word + roleAndCode.substring(space + 1);
    }

    private static String word(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> "Quản trị";
            case SECRETARIAT -> "Tổng hợp";
            case CHAIR -> "Lãnh đạo Ban";
            case MEMBER -> "Thành viên";
            case ADVISER -> "Tổ tư vấn";
        };
    }
}
