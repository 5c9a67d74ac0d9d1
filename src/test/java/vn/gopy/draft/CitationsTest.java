package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.Repair.Spot;
import vn.gopy.shared.SqlParameters;

/** What texts of the library cite of each other, whichever came first, and who may know of it. */
@IntegrationTest
class CitationsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    @Autowired
    Citations citations;

    @Autowired
    StructureChecks checks;

    @Autowired
    Drafts drafts;

    @Autowired
    CitationJob.Asking asking;

    @Autowired
    CitationJob job;

    @Autowired
    JdbcClient sql;

    private static int next = 100;

    private Person owner;
    private String number;

    @BeforeEach
    void people() {
        owner = committee.person(Role.MEMBER);
        number = next++ + "/2026/NĐ-CP";
    }

    private static List<String> decree(String number, String title) {
        return List.of(
                "CHÍNH PHỦ",
                "Số: " + number,
                "Hà Nội, ngày 05 tháng 3 năm 2026",
                "NGHỊ ĐỊNH",
                title,
                "Điều 1. Phạm vi điều chỉnh",
                "Nghị định này quy định về hội họp.",
                "Điều 2. Tài liệu họp",
                "1. Tài liệu gửi trước 05 ngày.",
                "2. Tài liệu mật không gửi qua mạng.");
    }

    private static List<String> regulation(String sentence) {
        return List.of(
                "QUY CHẾ",
                "Làm việc của Tổ tư vấn",
                "Điều 1. Phạm vi điều chỉnh",
                "Quy chế này quy định về làm việc.",
                "Điều 2. Họp",
                "1. Tài liệu theo khoản 2 Điều này.",
                "2. " + sentence);
    }

    private VersionId decree(Person... readers) {
        return texts.published(owner, committee.sealed(owner, readers), decree(number, "Về hội họp của cơ quan"));
    }

    private VersionId citing(Person... readers) {
        return texts.published(
                owner,
                committee.sealed(owner, readers),
                regulation("Thực hiện khoản 2 Điều 2 Nghị định số " + number
                        + " ngày 05 tháng 3 năm 2026 của Chính phủ."));
    }

    private List<Citations.Target> targets(Person asker, VersionId version) {
        return citations.links(asker, version).stream()
                .map(Citations.Link::there)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void aPlaceOfTheSameTextIsLinked() {
        VersionId version = citing();
        assertThat(citations.links(owner, version))
                .filteredOn(link -> link.here() != null)
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.place())
                            .isEqualTo(texts.place(version, "dieu-2/khoan-1").id());
                    assertThat(link.here())
                            .isEqualTo(texts.place(version, "dieu-2/khoan-2").id());
                    assertThat("Tài liệu theo khoản 2 Điều này.".substring(link.start(), link.end()))
                            .isEqualTo("khoản 2 Điều này");
                });
    }

    @Test
    void aDocumentOfTheLibraryIsFoundWhetherItCameBeforeOrAfter() {
        VersionId before = citing();
        assertThat(targets(owner, before)).isEmpty();
        VersionId decree = decree();
        VersionId after = citing();

        for (VersionId version : List.of(before, after)) {
            assertThat(targets(owner, version)).singleElement().satisfies(target -> {
                assertThat(target.document().version()).isEqualTo(decree);
                assertThat(Objects.requireNonNull(target.place()).path()).isEqualTo("dieu-2/khoan-2");
            });
        }
        assertThat(citations.of(owner, decree).citedBy())
                .extracting(citing -> citing.document().version())
                .containsExactlyInAnyOrder(before, after);
    }

    @Test
    void aLawIsFoundByItsNameAndYear() {
        String name = "Dữ liệu tỉnh số " + next++;
        texts.published(
                owner,
                committee.sealed(owner),
                List.of(
                        "QUỐC HỘI",
                        "LUẬT",
                        "ĐO ĐẠC VÀ BẢN ĐỒ",
                        "Điều 1. Phạm vi điều chỉnh",
                        "Luật này quy định về " + name + ".",
                        "Luật này được Quốc hội khóa XVI thông qua ngày 10 tháng 6 năm 2026."));
        assertThat(targets(
                        owner,
                        texts.published(
                                owner,
                                committee.sealed(owner),
                                regulation("Theo Điều 1 Luật Đo đạc và bản đồ năm 2026."))))
                .isNotEmpty();
        assertThat(targets(
                        owner,
                        texts.published(
                                owner,
                                committee.sealed(owner),
                                regulation("Theo Điều 1 Luật Đo đạc và bản đồ năm 2018."))))
                .isEmpty();
    }

    @Test
    void theSameNumberOfAnotherProvinceIsAnotherDocument() {
        String local = next++ + "/2026/QĐ-UBND";
        texts.published(
                owner,
                committee.sealed(owner),
                List.of(
                        "ỦY BAN NHÂN DÂN",
                        "TỈNH TUYÊN QUANG",
                        "Số: " + local,
                        "Tuyên Quang, ngày 05 tháng 3 năm 2026",
                        "QUYẾT ĐỊNH",
                        "Về hội họp",
                        "Điều 1. Họp theo lịch.",
                        "Điều 2. Quyết định này có hiệu lực từ ngày ký."));
        VersionId other = texts.published(
                owner,
                committee.sealed(owner),
                regulation("Theo Quyết định số " + local + " của Ủy ban nhân dân tỉnh Thái Nguyên."));
        VersionId same = texts.published(
                owner,
                committee.sealed(owner),
                regulation("Theo Quyết định số " + local + " của UBND tỉnh Tuyên Quang."));
        assertThat(targets(owner, other)).isEmpty();
        assertThat(targets(owner, same)).hasSize(1);
    }

    @Test
    void whatIsHiddenLooksAsIfItWereNotThere() {
        Person reader = committee.person(Role.MEMBER);
        String canary = "Hoàng yến " + number;
        Dossier hidden = committee.sealed(owner);
        VersionId secret = texts.published(owner, hidden, decree(number, canary));
        VersionId version = citing(reader);
        VersionId secretCiting =
                texts.published(owner, committee.sealed(owner), regulation("Theo Nghị định số " + number + "."));
        VersionId open =
                texts.published(owner, committee.sealed(owner, reader), decree(next++ + "/2026/NĐ-CP", "Công khai"));

        assertThat(targets(owner, version)).isNotEmpty();
        assertThat(targets(reader, version)).isEmpty();
        JsonNode answer =
                api.as(reader).get("/api/v1/versions/" + version + "/citations").json();
        assertThat(answer.path("cites").path(0).path("title").asString()).contains(number);
        assertThat(answer.path("cites").path(0).path("document").isNull()).isTrue();
        for (String path : List.of(
                "/api/v1/versions/" + version + "/citations",
                "/app-api/versions/" + version + "/reader",
                "/api/v1/versions/" + open + "/citations")) {
            assertThat(api.as(reader).get(path).json().toString())
                    .doesNotContain(canary)
                    .doesNotContain(hidden.id().toString())
                    .doesNotContain(secret.toString())
                    .doesNotContain(secretCiting.toString());
        }
        assertThat(api.as(reader)
                        .get("/api/v1/versions/" + secret + "/citations")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theReaderGetsRangesAndPreviews() {
        decree();
        VersionId version = citing();
        JsonNode page =
                api.as(owner).get("/app-api/versions/" + version + "/reader").json();
        assertThat(page.path("largestFile").asInt()).isEqualTo(50);
        JsonNode found = page.path("citations");

        JsonNode inside = found.path("links").path(0);
        assertThat(inside.path("here").asString())
                .isEqualTo(texts.place(version, "dieu-2/khoan-2").id().toString());
        JsonNode outside = found.path("library")
                .path(found.path("links").path(1).path("there").asInt());
        assertThat(outside.path("name").asString()).isEqualTo("khoản 2 Điều 2");
        assertThat(outside.path("text").asString()).isEqualTo("Tài liệu mật không gửi qua mạng.");
        assertThat(outside.path("url").asString()).startsWith("/ho-so/").endsWith("#ND/dieu-2/khoan-2");
        assertThat(outside.path("document").asString()).startsWith(number);
    }

    @Test
    void aRepairedStructureIsScannedAnew() {
        VersionId version = texts.review(owner, committee.sealed(owner), regulation("Không."));
        assertThat(citations.links(owner, version)).hasSize(1);
        checks.apply(
                owner, version, drafts.get(owner, version).version(), List.of(new Repair.Promote(Spot.startOf(6))));
        assertThat(citations.links(owner, version)).as("khoản 2 is no more").isEmpty();
    }

    @Test
    void textsFromBeforeAreScannedAfterAnUpdate() {
        VersionId version = citing();
        sql.sql("DELETE FROM citation WHERE version_id = :id")
                .paramSource(SqlParameters.of("id", version))
                .update();
        sql.sql("DELETE FROM document_identity WHERE version_id = :id")
                .paramSource(SqlParameters.of("id", version))
                .update();
        assertThat(citations.links(owner, version)).isEmpty();

        asking.scanOutdated();
        job.run(version.toString());
        assertThat(citations.links(owner, version)).hasSize(1);
    }
}
