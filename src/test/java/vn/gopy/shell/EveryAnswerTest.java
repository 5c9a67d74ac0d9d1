package vn.gopy.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import vn.gopy.CommitteeFixture;
import vn.gopy.FreshDatabase;
import vn.gopy.OwnSecurityStrategy;
import vn.gopy.account.Accounts;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.shared.Actor;
import vn.gopy.shared.ui.BrowserFiles;

/** What every answer of the real server has, whatever was asked and however: headers, our words, no more than was asked. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "vaadin.productionMode=true",
            "gopy.limits.searches-per-second=2",
            "gopy.limits.open-pages=5",
            "spring.datasource.hikari.connection-timeout=2000" // waited for three times by who finds none
        })
@ContextConfiguration(initializers = FreshDatabase.class)
@TestExecutionListeners(
        listeners = OwnSecurityStrategy.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryAnswerTest {

    private static final String PASSWORD = "Mật khẩu dài 2026";
    private static final String ABSENT = "Không tìm thấy nội dung này";
    private static final String MALFORMED = "Yêu cầu không đúng dạng";
    private static final AtomicInteger HASHES = new AtomicInteger();
    private static final List<VaadinSession> SESSIONS = new CopyOnWriteArrayList<>();

    @LocalServerPort
    int port;

    private Browser stranger;
    private Browser member;

    @BeforeAll
    void example(@Autowired People people) {
        register(people, "every.member");
        register(people, "every.leaver");
        register(people, "every.disabled");
        register(people, "every.searcher");
        register(people, "every.moved");
        stranger = new Browser(port);
        member = new Browser(port);
        assertThat(member.signIn("Every.Member", PASSWORD).headers().firstValue("Location"))
                .as("capitals do not matter, and the way on names no server")
                .hasValue("/");
    }

    private static Person register(People people, String username) {
        return people.register(
                Actor.SYSTEM, new NewPerson(username, PASSWORD, "Người", "", "", Set.of(Role.MEMBER), List.of()));
    }

    @TestConfiguration
    static class Counting {

        @Bean
        static BeanPostProcessor countedHashes() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof PasswordEncoder encoder ? new Counted(encoder) : bean;
                }
            };
        }

        @Bean
        VaadinServiceInitListener sessions() {
            return event -> event.getSource().addSessionInitListener(init -> SESSIONS.add(init.getSession()));
        }
    }

    private record Counted(PasswordEncoder encoder) implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            HASHES.incrementAndGet();
            return encoder.matches(password, hash);
        }
    }

    private static void hasHeaders(String what, HttpResponse<String> answer) {
        for (String name : List.of(
                "Content-Security-Policy",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Referrer-Policy",
                "Cache-Control")) {
            assertThat(answer.headers().allValues(name)).as(what + ": " + name).hasSize(1);
        }
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self'", "object-src 'none'", "base-uri 'self'");
    }

    @Test
    void signingInLeadsToTheWantedPageByItsVeryAddress() {
        Browser wanting = new Browser(port);
        wanting.get("/ho-so/1/du-thao/2?y=1");

        assertThat(wanting.signIn("every.member", PASSWORD).headers().firstValue("Location"))
                .hasValue("/ho-so/1/du-thao/2?y=1");
    }

    @Test
    void everyKindOfAnswerCarriesTheHeaders() {
        for (String path : List.of(
                "/",
                "/ho-so",
                "/tra-cuu",
                "/thong-bao",
                "/khong-co",
                "/ho-so/khong/co",
                "/?v-r=init&location=ho-so",
                "/?v-r=heartbeat",
                "/?v-r=x",
                "/dang-nhap",
                "/bat-dau/x",
                "/bat-dau",
                "/don-gian",
                "/huong-dan",
                "/huong-dan/bat-dau",
                "/huong-dan/khong-co",
                "/error",
                BrowserFiles.at("style.css"),
                "/app/gopy.css",
                "/app/khong.js",
                "/VAADIN/",
                "/VAADIN/build/x",
                "/favicon.ico",
                "/manifest.webmanifest",
                "/actuator/health",
                "/actuator/env",
                "/api/v1/me",
                "/api/v1/khong-co",
                "/api/v1/openapi",
                "/api/docs",
                "/api/swagger-ui/index.html",
                "/app-api/notices/unread",
                "/app-api/khong-co",
                "//dot/x",
                "/dot;x/y")) {
            hasHeaders("nobody at " + path, stranger.get(path));
            hasHeaders("a member at " + path, member.get(path));
        }
        hasHeaders("UIDL", member.post("/?v-r=uidl&v-uiId=0", "{}", "Content-Type", "application/json"));
        hasHeaders("API", stranger.get("/api/v1/me", "Authorization", Browser.basic("every.member", PASSWORD)));
        hasHeaders("a form without a token", stranger.post("/dang-nhap", "username=a"));
    }

    @Test
    void everyScreenBeginsWithTheWayOutForBrowsersThatCannotShowIt() {
        String page = member.get("/ho-so/1/du-thao/2?y=1").body();

        int check = page.indexOf("'union' in Set.prototype");
        assertThat(check).isPositive();
        assertThat(page.substring(0, check)).containsOnlyOnce("<script");
        assertThat(page)
                .contains(
                        "<noscript><meta http-equiv=\"refresh\" content=\"0;url=/don-gian/mo?den=%2Fho-so%2F1%2Fdu-thao%2F2%3Fy%3D1\">")
                .doesNotContain("oldbrowser");
    }

    @Test
    void theWayInSaysInsideZaloWhereItLeadsAndLeadsThereFromAnotherBrowserToo() {
        Browser zalo = new Browser(port);
        String[] agent = {"User-Agent", "Mozilla/5.0 (Linux; Android 13) Chrome/120.0 Mobile Zalo android/12100721"};
        zalo.get("/ho-so/1/du-thao/2", agent);
        String address =
                zalo.get("/dang-nhap", agent).headers().firstValue("Location").orElseThrow();
        assertThat(address).startsWith("/dang-nhap?den=%2Fho-so%2F1%2Fdu-thao%2F2");
        assertThat(zalo.get(address, agent).body()).contains("Chọn “Mở bằng trình duyệt”");

        Browser outside = new Browser(port);
        assertThat(outside.get(address).body()).doesNotContain("Mở bằng trình duyệt");
        assertThat(outside.signIn("every.member", PASSWORD).headers().firstValue("Location"))
                .hasValue("/ho-so/1/du-thao/2");
        Browser led = new Browser(port);
        led.get("/dang-nhap?den=//evil.example/x");
        assertThat(led.signIn("every.member", PASSWORD).headers().firstValue("Location"))
                .hasValue("/");
    }

    @Test
    void aFormThatNobodyWasSignedInForIsNotSentOnceMoreBySigningIn() {
        Browser ended = new Browser(port);
        String token = ended.get("/dang-nhap").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> refused = ended.form("/don-gian/ngon-ngu", Stream.of("tieng", "en", "_csrf", token));

        assertThat(refused.headers().firstValue("Location")).hasValue("/dang-nhap");
        assertThat(ended.signIn("every.member", PASSWORD).headers().firstValue("Location"))
                .hasValue("/");
        ended.get("/don-gian/ngon-ngu?tieng=en");
        assertThat(ended.cookie("gopy-lang")).isEmpty();
    }

    @Test
    void filesMayBeKeptAndScreensMayNot() {
        assertThat(stranger.get(BrowserFiles.at("style.css")).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(words -> assertThat(words).contains("max-age"));
        assertThat(member.get("/ho-so").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(words -> assertThat(words).contains("no-store"));
        assertThat(stranger.get("/dang-nhap").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(words -> assertThat(words).doesNotContain("unsafe"));
    }

    @Test
    void whatIsReadComesCompressed(@Autowired CommitteeFixture committee, @Autowired DraftFixture texts) {
        Person owner = committee.person(Role.MEMBER);
        Dossier dossier = committee.dossier(owner, Audience.EVERYONE, Discussion.SEALED);
        String reader = "/app-api/versions/" + texts.published(owner, dossier) + "/reader";

        for (String path : List.of(
                reader,
                "/",
                "/dang-nhap",
                "/huong-dan",
                "/api/v1/openapi",
                BrowserFiles.at("style.css"),
                BrowserFiles.at("reader/reader.js"),
                BrowserFiles.at("icons.svg"))) {
            HttpResponse<String> answer = member.get(path, "Accept-Encoding", "gzip");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Encoding")).as(path).hasValue("gzip");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//dot/x",
                "/dot//x",
                "/./x",
                "/a;b",
                "/dang-nhap;x",
                "/a%0ab",
                "/app/../x",
                "/META-INF/",
                "/WEB-INF/web.xml",
                "/error",
                "/VAADIN/",
                "/VAADIN/build/x",
                "/app/khong.js",
                "/dang-nhap?error=%zz",
                "/dang-nhap?den=%",
                "/../x",
                "/%2e%2e/x",
                "/a%2fb",
                "/a%5cb",
                "/a\\b",
                "/%",
                "/%zz",
                "/%ff",
                "/%c0%ae",
                "/a%00b",
                "/bat-dau/",
                "/manifest.webmanifest",
                "/lumo/x.css",
                "/?v-r=heartbeat",
                "/?v-r=x",
                "/?v-r=init",
                "LONG"
            })
    void anOddAddressGetsAPageOfOurs(String path) throws Exception {
        String address = path.equals("LONG") ? "/" + "x".repeat(10_000) : path;
        String answer = stranger.raw(address);
        if (answer.startsWith("HTTP/1.1 302")) {
            assertThat(answer).contains("Location: /dang-nhap");
            return;
        }
        assertThat(answer).startsWith("HTTP/1.1 4").contains("Content-Security-Policy: ", "Cache-Control: ", "nosniff");
        assertThat(answer).doesNotContain("Whitelabel").doesNotContain("Tomcat").doesNotContain("HTTP Status");
        assertThat(answer).contains("<html lang=\"vi\">", "Góp Ý");
        assertThat(answer).containsAnyOf(ABSENT, MALFORMED, "không được làm việc đó", "Cần đăng nhập");
        boolean headersWereRead = !path.equals("LONG") && !path.contains("\\");
        if (headersWereRead) {
            assertThat(stranger.raw(address, "Cookie: gopy-lang=en")).contains("<html lang=\"en\">");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api//v1/me", "/api/v1/me;x=1", "/api/%zz", "/api/v1/../me", "/api/v1/a%2fb", "//api/v1/me",
                        "/api/a%00b",
                "/api/v1/search?q=%ff", "/api/v1/search?q=%", "/app-api/a;b", "/app-api//x", "/api", "/api/",
                        "/app-api/khong"
            })
    void belowTheApiItIsProblemDetails(String path) throws Exception {
        String answer = stranger.raw(path, "Authorization: " + Browser.basic("every.member", PASSWORD));

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json", "\"code\":", "nosniff");
        assertThat(answer).doesNotContain("HTTP/1.1 500").doesNotContain("<html");
    }

    @Test
    void whoFindsNoConnectionOfTheDatabaseIsToldToComeAgain(@Autowired DataSource source) throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            assertThatThrownBy(() -> {
                        while (true) {
                            taken.add(source.getConnection());
                        }
                    })
                    .isInstanceOf(SQLTransientConnectionException.class);

            HttpResponse<String> call =
                    stranger.get("/api/v1/dossiers", "Authorization", Browser.basic("every.member", PASSWORD));
            HttpResponse<String> page = member.get("/don-gian");

            assertThat(List.of(call, page)).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
                assertThat(answer.body()).contains("Hệ thống đang bận");
            });
        } finally {
            for (Connection one : taken) {
                one.close();
            }
        }
    }

    @Test
    void aQuestionMayHoldWhateverBrowsersSendAsItWasTyped() throws Exception {
        String me = "Authorization: " + Browser.basic("every.member", PASSWORD);

        assertThat(stranger.raw("/api/v1/dossiers?q=[a]{b}|^`\\", me)).startsWith("HTTP/1.1 200");
        assertThat(stranger.raw("/tra-cuu?q=[a]{b}|^`\\")).contains("Location: /dang-nhap");
    }

    @Test
    void aBrokenMultipartBodyIsMalformedAndNoFailureOfOurs() {
        String me = Browser.basic("every.member", PASSWORD);
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
            HttpResponse<String> answer = stranger.post(
                    "/api/v1/dossiers/00000000-0000-7000-8000-000000000000/versions",
                    "no parts",
                    "Content-Type",
                    type,
                    "Authorization",
                    me);
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void aSignInNeedsTheTokenOfItsPageAndNoScript() {
        Browser forced = new Browser(port);
        HttpResponse<String> answer =
                forced.form("/dang-nhap", Stream.of("username", "every.member", "password", PASSWORD));

        assertThat(answer.headers().firstValue("Location")).hasValue("/dang-nhap?moi");
        assertThat(forced.get("/app-api/notices/unread").statusCode()).isEqualTo(401);
        assertThat(forced.get("/dang-nhap?moi").body()).contains("mở đã lâu").doesNotContain("<script>");
    }

    @Test
    void theNameStaysAfterAWrongPasswordAndStandsInNoAddress() {
        Browser typing = new Browser(port);
        assertThat(typing.get("/dang-nhap").body())
                .contains("data-see=\"password\"")
                .doesNotContain("Every.Name");

        HttpResponse<String> wrong = typing.signIn("Every.Name \"Hoàng\"", "falsch falsch");

        assertThat(wrong.headers().firstValue("Location")).hasValue("/dang-nhap?error");
        assertThat(typing.get("/dang-nhap?error").body()).contains("value=\"Every.Name &quot;Hoàng&quot;\"");
        assertThat(typing.get("/dang-nhap").body()).doesNotContain("Every.Name");
        assertThat(stranger.get("/dang-nhap?error", "Cookie", "gopy-name=%zz").statusCode())
                .isEqualTo(200);
    }

    @Test
    void everySessionThatBeganWithAnotherPasswordEnds(@Autowired Accounts accounts, @Autowired People people) {
        Person admin = people.register(
                Actor.SYSTEM,
                new NewPerson("every.admin", null, "Người", "", "", Set.of(Role.ADMINISTRATOR), List.of()));
        Browser office = new Browser(port);
        office.signIn("every.moved", PASSWORD);
        assertThat(office.get("/app-api/notices/unread").statusCode()).isEqualTo(200);
        String basic = Browser.basic("every.moved", PASSWORD);
        assertThat(stranger.get("/api/v1/me", "Authorization", basic).statusCode())
                .isEqualTo(200);

        accounts.givePassword(admin, people.byUsername("every.moved").orElseThrow(), "Một câu dài khác hẳn");

        assertThat(office.get("/app-api/notices/unread").statusCode()).isEqualTo(401);
        assertThat(office.get("/ho-so").headers().firstValue("Location")).hasValue("/dang-nhap");
        assertThat(stranger.get("/api/v1/me", "Authorization", basic).statusCode())
                .isEqualTo(401);
        assertThat(office.signIn("every.moved", "Một câu dài khác hẳn")
                        .headers()
                        .firstValue("Location"))
                .isNotEqualTo(Optional.of("/dang-nhap?error"));
    }

    @Test
    void theNameOfTheServerInARequestSendsNobodyElsewhere() throws Exception {
        String answer = stranger.raw("/ho-so", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https");

        assertThat(answer).contains("Location: /dang-nhap").doesNotContain("evil.example");
    }

    @Test
    void behindTlsCookiesAreSecureAndTheBrowserRemembersIt() throws Exception {
        String secure = stranger.raw("/dang-nhap", "X-Forwarded-Proto: https", "X-Forwarded-For: 203.0.113.9");
        assertThat(secure).contains("Strict-Transport-Security: max-age=31536000");
        assertThat(secure.lines().filter(line -> line.startsWith("Set-Cookie")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("Secure", "SameSite=Lax"));
        assertThat(stranger.raw("/dang-nhap"))
                .doesNotContain("Strict-Transport-Security")
                .doesNotContain("; Secure");
    }

    @Test
    void aLanguageThatIsNoneIsVietnamese() throws Exception {
        assertThat(stranger.raw("/dang-nhap", "Cookie: gopy-lang=!!"))
                .startsWith("HTTP/1.1 200")
                .contains("lang=\"vi\"");
    }

    @Test
    void theApiIsDescribedForPeopleAndProgramsWithoutSignIn() {
        HttpResponse<String> page = stranger.get("/api/docs");
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(there -> assertThat(there).startsWith("/api/swagger-ui/index.html"));
        assertThat(stranger.get("/api/swagger-ui/index.html").body()).contains("swagger-ui");
        assertThat(stranger.get("/api/swagger-ui/swagger-initializer.js").body())
                .contains("/api/v1/openapi");
        assertThat(stranger.get("/api/swagger-ui/khong.js").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/openapi").statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionOfADisabledPersonEnds(@Autowired CommitteeFixture committee, @Autowired People people) {
        Browser leaver = new Browser(port);
        leaver.signIn("every.leaver", PASSWORD);
        assertThat(leaver.get("/app-api/notices/unread").statusCode()).isEqualTo(200);

        committee.disable(people.byUsername("every.leaver").orElseThrow());

        assertThat(leaver.get("/app-api/notices/unread").statusCode()).isEqualTo(401);
        assertThat(leaver.get("/ho-so").headers().firstValue("Location")).hasValue("/dang-nhap");
        assertThat(stranger.get("/api/v1/me", "Authorization", Browser.basic("every.leaver", PASSWORD))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void namesThatDoNotExistCostAsMuchWorkAsNamesThatDo(
            @Autowired CommitteeFixture committee, @Autowired People people) {
        committee.disable(people.byUsername("every.disabled").orElseThrow());
        IntSupplier known = () -> hashesOf(() -> me("every.member", "falsch falsch"));
        assertThat(known.getAsInt()).isEqualTo(1);
        assertThat(hashesOf(() -> me("every.nobody", PASSWORD))).isEqualTo(1);
        assertThat(hashesOf(() -> me("every.disabled", PASSWORD))).isEqualTo(1);
        assertThat(hashesOf(() -> new Browser(port).signIn("every.nobody", PASSWORD)))
                .isEqualTo(1);
        assertThat(hashesOf(() -> new Browser(port).signIn("every.disabled", PASSWORD)))
                .isEqualTo(1);
        assertThat(me("every\0.member", PASSWORD).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> me(String username, String password) {
        return stranger.get("/api/v1/me", "Authorization", Browser.basic(username, password));
    }

    private static int hashesOf(Runnable work) {
        int before = HASHES.get();
        work.run();
        return HASHES.get() - before;
    }

    @Test
    void guessingHasToWaitAlsoForNamesThatDoNotExist() {
        List<HttpResponse<String>> tries =
                Stream.generate(() -> me("Every.guessed", "guess")).limit(40).toList();
        assertThat(tries.subList(0, 6)).allMatch(answer -> answer.statusCode() == 401);
        assertThat(tries).anySatisfy(waits -> {
            assertThat(waits.statusCode()).isEqualTo(429);
            assertThat(waits.headers().firstValueAsLong("Retry-After")).isPresent();
        });
        Browser guessing = new Browser(port);
        HttpResponse<String> page = Stream.generate(() -> guessing.signIn("every.guessed", "guess"))
                .limit(40)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(page.body()).contains("Quá nhiều yêu cầu");
        assertThat(me("every.member", PASSWORD).statusCode())
                .as("somebody else")
                .isEqualTo(200);
    }

    @Test
    void whoSearchesWithoutPauseIsToldWhenToGoOn() {
        String me = Browser.basic("every.searcher", PASSWORD);
        List<HttpResponse<String>> answers = Stream.generate(
                        () -> stranger.get("/api/v1/search?q=a", "Authorization", me))
                .limit(60)
                .takeWhile(answer -> answer.statusCode() != 429)
                .toList();

        assertThat(answers).hasSizeBetween(20, 59);
        HttpResponse<String> tooMany = stranger.get("/api/v1/search?q=a", "Authorization", me);
        if (tooMany.statusCode() == 429) {
            assertThat(tooMany.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(tooMany.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(stranger.get("/api/v1/me", "Authorization", me).statusCode())
                .as("other calls are counted by themselves")
                .isEqualTo(200);
    }

    @Test
    void aSessionKeepsABoundedNumberOfPagesOpen() {
        Browser reloading = new Browser(port);
        reloading.signIn("every.member", PASSWORD);
        for (int n = 0; n < 12; n++) {
            assertThat(reloading.get("/?v-r=init&location=thong-bao&query=").statusCode())
                    .isEqualTo(200);
        }
        assertThat(SESSIONS).isNotEmpty();
        assertThat(SESSIONS).allSatisfy(session -> {
            session.lock();
            try {
                assertThat(session.getUIs()).hasSizeLessThanOrEqualTo(5);
            } finally {
                session.unlock();
            }
        });
    }
}
