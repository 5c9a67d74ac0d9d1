package vn.gopy.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.ApiFixture;
import vn.gopy.ApiFixture.Answer;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.Points;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.CommentState;
import vn.gopy.opinion.Comments;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.Replies;
import vn.gopy.round.ReplyState;
import vn.gopy.round.Round;

/** The pages without script: what each shows to whom, and that each form does once what it says. */
@IntegrationTest
class PlainPagesTest {

    private static final Pattern VERSION = Pattern.compile("name=\"ban\" value=\"(\\d+)\"");

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    @Autowired
    Comments comments;

    @Autowired
    Composing composing;

    @Autowired
    Replies replies;

    @Autowired
    Points points;

    @Autowired
    JdbcClient sql;

    private Person secretary;
    private Person member;
    private Person other;
    private Person head;
    private Person staff;
    private Unit unit;
    private Dossier dossier;
    private VersionId draft;
    private Round round;
    private String address;

    @BeforeEach
    void aRound() {
        secretary = committee.person(Role.SECRETARIAT);
        member = committee.person(Role.MEMBER);
        other = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        dossier = committee.sealed(secretary);
        draft = texts.published(secretary, dossier);
        round = committee.round(draft).asking(unit).asking(member, other).open(secretary);
        address = "/don-gian/ho-so/" + dossier.id() + "/du-thao/1";
    }

    private String shown(Person asker, String path) {
        Answer answer = api.as(asker).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return text(answer);
    }

    private static String text(Answer answer) {
        return new String(answer.response().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Answer press(Person asker, String path, String... fields) {
        return api.as(asker).post(path, form(fields));
    }

    private static String form(String... fields) {
        return String.join(
                "&",
                IntStream.range(0, fields.length / 2)
                        .mapToObj(
                                n -> fields[2 * n] + "=" + URLEncoder.encode(fields[2 * n + 1], StandardCharsets.UTF_8))
                        .toList());
    }

    private Answer write(Person asker, String whose, String words, String... more) {
        String[] fields = {"phan", key("dieu-2"), "cho", clause(), "loai", "EDIT", "noiDung", words, "cua", whose};
        String[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return press(asker, address + "/y-kien", all);
    }

    private String clause() {
        return texts.place(draft, "dieu-2/khoan-1").id().toString();
    }

    private String part() {
        return part("dieu-2");
    }

    private String part(String path) {
        return PlainAddresses.page(address, key(path));
    }

    private String key(String path) {
        return Part.anchor(texts.place(draft, path));
    }

    private List<Comment> opinions(Person asker) {
        return comments.of(asker, draft);
    }

    @Test
    void aMemberReadsWritesChangesSendsAndAgrees() {
        assertThat(shown(member, "/don-gian")).contains("Chưa trả lời: Lấy ý kiến");
        assertThat(shown(member, "/don-gian/ho-so")).contains(dossier.title());
        assertThat(shown(member, "/don-gian/ho-so/" + dossier.id())).contains("Tải tệp gốc: du-thao.txt");
        assertThat(shown(member, address)).contains("Điều 2. Trách nhiệm", "Nhất trí với toàn bộ dự thảo");
        assertThat(shown(member, part())).contains("gửi tài liệu trước phiên họp", "Điều 1", "Điều 3", "Tổ giúp việc");

        Answer written = write(member, "OWN", "Đề nghị <b>05</b> ngày.", "cauChu", "gửi tài liệu trước 05 ngày");
        assertThat(written.status()).isEqualTo(303);
        assertThat(shown(member, written.response().getHeader("Location")))
                .contains(
                        "Đã lưu, chưa gửi",
                        "Đề nghị &lt;b&gt;05&lt;/b&gt; ngày.",
                        "trước 05 ngày",
                        "Xem lại và gửi 1 ý kiến");

        Comment own = opinions(member).getFirst();
        String edit = "/don-gian/y-kien/" + own.id() + "/sua";
        assertThat(shown(member, edit)).contains("Đề nghị &lt;b&gt;05&lt;/b&gt; ngày.");
        assertThat(press(member, edit, "ban", "1", "loai", "EDIT", "noiDung", "Đề nghị 05 ngày.", "cauChu", "")
                        .status())
                .isEqualTo(303);
        assertThat(opinions(member).getFirst().text()).isEqualTo("Đề nghị 05 ngày.");

        assertThat(shown(member, address + "/nhat-tri")).contains("Còn 1 ý kiến chưa gửi", "Gửi cùng");
        Answer agreed = press(member, address + "/nhat-tri", "cho", member.username(), "cung", "gui");
        assertThat(shown(member, agreed.response().getHeader("Location")))
                .contains("Đã ghi nhận", "Nhất trí, có ý kiến, đã gửi lúc", "Hoàn tác");
        assertThat(opinions(secretary)).extracting(Comment::state).containsExactly(CommentState.SENT);

        Matcher seen = VERSION.matcher(shown(member, address + "/nhat-tri"));
        assertThat(seen.find()).isTrue();
        press(member, address + "/nhat-tri/doi", "cho", member.username(), "ban", seen.group(1));
        assertThat(shown(member, address + "/nhat-tri"))
                .contains("Nhất trí với toàn bộ dự thảo")
                .doesNotContain("Hoàn tác");
    }

    @Test
    void staffPrepareAndTheHeadSends() {
        String whose = "UNIT:" + unit.code();
        assertThat(shown(staff, part()))
                .contains("Chỉ người của " + unit.name() + " xem được")
                .doesNotContain("Cá nhân");
        assertThat(write(staff, "OWN", "Của riêng").status()).isEqualTo(403);
        write(staff, whose, "Của Sở");
        assertThat(shown(head, part())).doesNotContain("Của Sở");
        assertThat(shown(staff, address + "/gui")).contains("Đưa vào nháp của cơ quan");
        Answer handed = press(
                staff,
                address + "/gui",
                "yKien",
                opinions(staff).getFirst().id().toString());
        assertThat(shown(staff, handed.response().getHeader("Location"))).contains("Đã đưa 01 ý kiến vào nháp");
        assertThat(opinions(secretary)).isEmpty();

        press(staff, address + "/nhat-tri", "cho", unit.code());
        assertThat(shown(staff, address + "/nhat-tri"))
                .contains("Trình lãnh đạo")
                .doesNotContain("Duyệt và gửi</button>");
        press(staff, address + "/nhat-tri/trinh", "cho", unit.code());
        assertThat(press(staff, address + "/nhat-tri/gui", "cho", unit.code()).status())
                .isEqualTo(403);
        assertThat(shown(head, address + "/nhat-tri")).contains("Duyệt và gửi", "Gửi kèm 1 ý kiến", "letter.docx");
        press(head, address + "/nhat-tri/gui", "cho", unit.code());

        assertThat(opinions(secretary)).extracting(Comment::text).containsExactly("Của Sở");
        assertThat(replies.list(secretary, round.id()).stream()
                        .filter(answer -> answer.invitee().key().equals(unit.code()))
                        .findFirst()
                        .orElseThrow()
                        .reply()
                        .orElseThrow()
                        .state())
                .isEqualTo(ReplyState.SENT);
    }

    @Test
    void whatOthersSayAndWhatIsNotTheirsIsNowhere() {
        write(member, "OWN", "Chỉ tôi biết");
        Comment sent = composing.create(
                member, texts.place(draft, "dieu-1").id(), NewComment.of(CommentKind.OTHER, "Đã gửi kín"));
        write(staff, "UNIT:" + unit.code(), "Nháp của Sở");
        Person outsider = committee.in(committee.unit(), UnitRole.HEAD);
        Person administrator = committee.person(Role.ADMINISTRATOR);

        for (String path : List.of(address, part(), part("dieu-1"), address + "/gui", address + "/nhat-tri")) {
            assertThat(shown(other, path))
                    .as(path)
                    .doesNotContain("Chỉ tôi biết", "Đã gửi kín", "Nháp của Sở", "1 ý kiến");
            for (Person nobody : List.of(outsider, administrator)) {
                Answer refused = api.as(nobody).get(path);
                assertThat(refused.status()).as(path).isEqualTo(404);
                assertThat(text(refused)).doesNotContain("Quy chế", dossier.title());
            }
        }
        assertThat(api.as(other).get("/don-gian/y-kien/" + sent.id() + "/sua").status())
                .isEqualTo(404);
        assertThat(press(other, "/don-gian/y-kien/" + sent.id() + "/xoa", "ban", "1")
                        .status())
                .isEqualTo(404);
        assertThat(write(outsider, "UNIT:" + unit.code(), "Không được").status())
                .isEqualTo(404);
        assertThat(shown(secretary, part())).doesNotContain("Chỉ tôi biết", "Nháp của Sở");
        assertThat(shown(secretary, part("dieu-1"))).contains("Đã gửi kín");
    }

    @Test
    void whatIsRefusedSaysWhyAndKeepsWhatWasTyped() {
        Answer refused =
                write(member, "OWN", " ", "trang", part(), "nguoi", member.id().toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(text(refused)).contains("role=\"alert\"", "aria-invalid=\"true\"");

        Answer tooLong = write(member, "OWN", "ế".repeat(20_001));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(text(tooLong)).contains("ế".repeat(20_001));
        assertThat(write(member, "OWN", "ế".repeat(20_000)).status()).isEqualTo(303);
    }

    @Test
    void filesAreAttachedOnAPageOfTheirOwnAndTakenDownByWhoReadsTheOpinion() {
        write(member, "OWN", "Xem phụ lục");
        String page = "/don-gian/y-kien/" + opinions(member).getFirst().id() + "/tep";
        assertThat(shown(member, page)).contains("chưa có tệp kèm theo", "multipart/form-data", "_csrf=");

        Answer refused = api.as(member).upload(page, "a.exe", new byte[] {'M', 'Z', 0});
        assertThat(refused.status()).isEqualTo(415);
        assertThat(text(refused)).contains("Tệp a.exe: ", "Chưa gắn tệp nào");
        Answer added = api.as(member).upload(page, "phu luc.txt", "Số liệu năm 2025".getBytes(StandardCharsets.UTF_8));
        assertThat(shown(member, added.response().getHeader("Location")))
                .contains("Đã gắn tệp vào ý kiến", "phu luc.txt");

        Comment own = opinions(member).getFirst();
        String file = "/app-api/comments/" + own.id() + "/files/"
                + own.files().getFirst().id();
        assertThat(shown(member, part())).contains(file, "phu luc.txt");
        assertThat(shown(member, address + "/gui")).contains("phu luc.txt");
        assertThat(shown(member, file)).isEqualTo("Số liệu năm 2025");

        press(member, page + "/" + own.files().getFirst().id() + "/go");
        assertThat(shown(member, page)).contains("chưa có tệp kèm theo");
    }

    @Test
    void theSameFormOfAnotherFileIsAnotherForm() {
        write(member, "OWN", "Xem phụ lục");
        String page = "/don-gian/y-kien/" + opinions(member).getFirst().id() + "/tep?khoa=" + UUID.randomUUID();
        for (String words : List.of("Một", "Hai", "Hai")) {
            api.as(member).upload(page, "phu luc.txt", words.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(opinions(member).getFirst().files()).hasSize(2);
    }

    @Test
    void aPlaceIsFoundWithoutTheNameOfItsTextAndWhatIsNotThereLeadsToTheContents() {
        assertThat(shown(member, address + "/phan?o=dieu-2/khoan-1")).contains("Điều 2. Trách nhiệm");
        Answer absent = api.as(member).get(address + "/phan?o=dieu-99");
        assertThat(absent.status()).isEqualTo(303);
        assertThat(absent.response().getHeader("Location")).isEqualTo(address);
    }

    @Test
    void twoWhoChangeOneOpinionBothSeeBothTexts() {
        write(member, "OWN", "Lúc đầu");
        Comment own = opinions(member).getFirst();
        String edit = "/don-gian/y-kien/" + own.id() + "/sua";
        press(member, edit, "ban", "1", "loai", "EDIT", "noiDung", "Ở máy khác");

        Answer stale = press(member, edit, "ban", "1", "loai", "EDIT", "noiDung", "Ở đây");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(text(stale)).contains("Ở máy khác", "Ở đây", "name=\"ban\" value=\"2\"");
    }

    @Test
    void aFormPressedTwiceOrManyTimesAtOnceIsTakenOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        CyclicBarrier barrier = new CyclicBarrier(6);
        Callable<Answer> pressed = () -> {
            barrier.await();
            return write(member, "OWN", "Một lần", "khoa", key);
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(
                    IntStream.range(0, 6).mapToObj(n -> pressed).toList())) {
                assertThat(answer.get().status()).isEqualTo(303);
                assertThat(answer.get().response().getHeader("Location")).contains("xong=luu");
            }
        }
        assertThat(opinions(member)).hasSize(1);
        write(member, "OWN", "Lời khác trong cùng một ô", "khoa", key);
        assertThat(opinions(member)).hasSize(2);
    }

    @Test
    void aPageOfOnePersonDoesNothingForAnother() {
        Answer refused =
                write(other, "OWN", "Của người trước", "nguoi", member.id().toString(), "trang", part());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(text(refused)).contains(other.displayName()).doesNotContain("Của người trước");
        assertThat(opinions(other)).isEmpty();
    }

    @Test
    void resultsAreToldToWhoseOpinionsTheyAreOnceTheyAreAnnounced() {
        composing.create(member, texts.place(draft, "dieu-1").id(), NewComment.of(CommentKind.OTHER, "Làm rõ phạm vi"));
        var point = points.of(secretary, round.id()).getFirst();
        sql.sql("UPDATE point SET outcome = 'KEEP' WHERE id = :id")
                .param("id", point.id().value())
                .update();
        sql.sql("UPDATE issue_group SET answer = 'Đã rõ tại khoản 2' WHERE round_id = :id")
                .param("id", round.id().value())
                .update();
        assertThat(shown(member, "/don-gian/ket-qua")).doesNotContain("Đã rõ tại khoản 2");

        sql.sql("UPDATE round SET announced_at = now(), locked_at = now() WHERE id = :id")
                .param("id", round.id().value())
                .update();
        assertThat(shown(member, "/don-gian/ket-qua"))
                .contains("Làm rõ phạm vi", "Đã rõ tại khoản 2", "Giải trình, giữ như dự thảo", "Điều 1");
        assertThat(shown(other, "/don-gian/ket-qua")).doesNotContain("Đã rõ tại khoản 2");
    }

    @Test
    void everyPageAsksTheDatabaseAsOftenHoweverMuchThereIs() {
        List<String> pages = List.of(
                "/don-gian",
                "/don-gian/ho-so",
                "/don-gian/ho-so/" + dossier.id(),
                address,
                part(),
                address + "/gui",
                address + "/nhat-tri",
                "/don-gian/ket-qua");
        write(member, "OWN", "Một");
        pages.forEach(page -> shown(member, page));
        List<Integer> before = counted(pages);
        IntStream.range(0, 12).forEach(n -> write(member, "OWN", "Ý kiến " + n));
        texts.published(secretary, committee.sealed(secretary, member));

        assertThat(counted(pages)).isEqualTo(before);
        assertThat(before).allMatch(number -> number < 45);
    }

    private List<Integer> counted(List<String> pages) {
        return pages.stream()
                .map(page -> StatementCounter.count(() -> shown(member, page)))
                .toList();
    }

    @Test
    void aPageOfTheScreensLeadsToItsPlainOne() {
        assertThat(opened("/ho-so/" + dossier.id() + "/du-thao/1")).isEqualTo(address);
        assertThat(opened("/ho-so/" + dossier.id() + "/du-thao/1?tra-loi#QC/dieu-2/khoan-1"))
                .isEqualTo(address + "/phan?o=QC%2Fdieu-2%2Fkhoan-1#QC/dieu-2/khoan-1");
        assertThat(opened("/ho-so/" + dossier.id() + "/so-sanh/1/2")).endsWith("/du-thao/2");
        assertThat(opened("/ho-so/" + dossier.id())).isEqualTo("/don-gian/ho-so/" + dossier.id());
        assertThat(opened("/dot/" + round.id() + "/tra-loi?cho=X")).isEqualTo(address);
        for (String page : List.of("/", "/quan-tri", "https://evil.example/ho-so", "//evil.example", "\"><script>")) {
            assertThat(opened(page)).isEqualTo("/don-gian");
        }
    }

    private String opened(String page) {
        Answer answer = api.as(member).get("/don-gian/mo?den=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
        return answer.response().getHeader("Location");
    }

    @Test
    void insideZaloItSaysHowToOpenTheBrowser() {
        assertThat(shown(member, address)).doesNotContain("Mở bằng trình duyệt");
        Answer inside = api.perform(get(address)
                .header("User-Agent", "Mozilla/5.0 (Linux; Android 13) Chrome/120.0 Mobile Zalo android/12100721")
                .with(user(Objects.requireNonNull(member.username()))));
        assertThat(text(inside)).contains("Mở bằng trình duyệt", "Nhất trí với toàn bộ dự thảo");
    }

    @Test
    void everyPageIsThereInEnglishToo() {
        write(member, "OWN", "Một");
        for (String page :
                List.of("/don-gian", "/don-gian/ho-so", address, part(), address + "/gui", address + "/nhat-tri")) {
            Answer english = api.perform(get(URI.create(page))
                    .cookie(new Cookie("gopy-lang", "en"))
                    .with(user(Objects.requireNonNull(member.username()))));
            assertThat(text(english))
                    .as(page)
                    .contains("lang=\"en\"", "Open the full version")
                    .doesNotContain("Mở bản đầy đủ");
        }
    }
}
