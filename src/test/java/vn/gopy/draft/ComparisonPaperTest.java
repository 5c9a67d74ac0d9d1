package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;

/** Two versions laid out beside each other, for the page and as "bản so sánh, thuyết minh". */
@IntegrationTest
class ComparisonPaperTest {

    private static final List<String> NEWER = List.of(
            "QUY CHẾ",
            "Làm việc của Ban Chỉ đạo",
            "Điều 1. Phạm vi điều chỉnh",
            "Quy chế này quy định việc phối hợp giữa các cơ quan.",
            "Điều 2. Nguyên tắc làm việc",
            "Ban Chỉ đạo làm việc theo nguyên tắc tập trung dân chủ, quyết định theo đa số.",
            "Điều 3. Trách nhiệm",
            "1. Cơ quan Thường trực gửi tài liệu trước phiên họp 05 ngày làm việc.",
            "2. Thành viên cho ý kiến bằng văn bản.");

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    private Person owner;
    private Person member;
    private Dossier dossier;
    private VersionId first;
    private VersionId second;

    @BeforeEach
    void twoDrafts() {
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        dossier = committee.dossier(owner, Audience.INVITED, Discussion.GROUP, member);
        first = texts.published(owner, dossier, DraftFixture.REGULATION);
        second = texts.published(owner, dossier, NEWER);
    }

    private static String docx(VersionId newer, VersionId older) {
        return "/api/v1/versions/" + newer + "/comparison.docx?with=" + older;
    }

    private static String page(VersionId newer, VersionId older) {
        return "/app-api/versions/" + newer + "/comparison/page?with=" + older;
    }

    private XWPFDocument paper() throws IOException {
        var response = api.as(member).get(docx(second, first)).response();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Disposition")).contains("attachment");
        return new XWPFDocument(new ByteArrayInputStream(response.getContentAsByteArray()));
    }

    private static List<String> cells(XWPFTableRow row) {
        return row.getTableCells().stream().map(XWPFTableCell::getText).toList();
    }

    private static XWPFTableRow row(XWPFDocument paper, String words) {
        return paper.getTables().getLast().getRows().stream()
                .filter(row -> String.join(" ", cells(row)).contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row with " + words));
    }

    private static List<XWPFRun> runs(XWPFTableCell cell) {
        return cell.getParagraphs().stream()
                .flatMap(one -> one.getRuns().stream())
                .toList();
    }

    @Test
    void thePaperHasOldNewAndExplanationForEachArticleThatChanged() throws IOException {
        try (XWPFDocument paper = paper()) {
            assertThat(paper.getParagraphs()).extracting(one -> one.getText()).contains("BẢN SO SÁNH, THUYẾT MINH");
            assertThat(cells(paper.getTables().getLast().getRow(0)))
                    .containsExactly("DỰ THẢO LẦN 1", "DỰ THẢO LẦN 2", "THUYẾT MINH");

            assertThat(cells(row(paper, "Nguyên tắc làm việc")))
                    .satisfies(cells -> assertThat(cells.getFirst()).isEqualTo("(Không quy định)"))
                    .satisfies(cells -> assertThat(cells.getLast()).isEqualTo("Mới."));
            assertThat(cells(row(paper, "có hiệu lực")).get(1)).isEqualTo("Bỏ");

            XWPFTableRow duties = row(paper, "gửi tài liệu");
            assertThat(duties.getCell(0).getText()).startsWith("Điều 2. Trách nhiệm");
            assertThat(duties.getCell(1).getText()).startsWith("Điều 3. Trách nhiệm");
            assertThat(duties.getCell(2).getText()).startsWith("Đổi số, sửa.");
        }
    }

    @Test
    void whatWentIsStruckThroughAndWhatCameIsBold() throws IOException {
        try (XWPFDocument paper = paper()) {
            XWPFTableRow duties = row(paper, "gửi tài liệu");

            assertThat(runs(duties.getCell(0)).stream().filter(XWPFRun::isStrikeThrough))
                    .extracting(XWPFRun::text)
                    .containsExactly("03");
            assertThat(runs(duties.getCell(1)))
                    .filteredOn(run -> run.isBold())
                    .extracting(XWPFRun::text)
                    .contains("05")
                    .doesNotContain(" ngày làm việc.");
        }
    }

    @Test
    void whatStayedSharesARowWithoutItsWords() throws IOException {
        try (XWPFDocument paper = paper()) {
            assertThat(cells(row(paper, "Không thay đổi.")))
                    .noneMatch(words -> words.contains("phối hợp giữa các cơ quan"));
        }
    }

    @Test
    void thePageTellsBlockByBlockWithTheirWords() {
        JsonNode told = api.as(member).get(page(second, first)).json();
        List<String> blocks = new ArrayList<>();
        told.path("blocks")
                .forEach(block -> blocks.add(block.path("name").asString() + ": "
                        + block.path("verdict").asString()));

        assertThat(blocks)
                .contains("Điều 1: Không đổi", "Điều 2: Mới", "Điều 3: Đổi số, sửa")
                .last()
                .isEqualTo("Điều 3: Bỏ");
        assertThat(told.path("older").path("name").asString()).isEqualTo("Dự thảo lần 1");
        assertThat(told.path("texts").path("compare.filter").asString()).isEqualTo("Chỉ thay đổi nội dung");
    }

    @Test
    void aClauseThatWentToAnotherArticleIsToldAtBothPlaces() {
        List<String> lines = new ArrayList<>(DraftFixture.REGULATION);
        lines.remove(5);
        lines.set(5, "Thành viên cho ý kiến bằng văn bản.");
        lines.set(7, "1. Quy chế này có hiệu lực kể từ ngày ký.");
        lines.add("2. Cơ quan Thường trực gửi tài liệu trước phiên họp 03 ngày làm việc.");
        VersionId third = texts.published(owner, dossier, lines);

        JsonNode told = api.as(member).get(page(third, first)).json();
        JsonNode left = null;
        JsonNode came = null;
        for (JsonNode block : told.path("blocks")) {
            for (JsonNode row : block.path("rows")) {
                if (row.path("away").asBoolean()) {
                    left = row;
                } else if (row.has("from")) {
                    came = row;
                }
            }
        }
        assertThat(left).isNotNull();
        assertThat(came).isNotNull();
        assertThat(left.path("to").path("id").asString())
                .isEqualTo(came.path("id").asString());
        assertThat(left.path("to").path("name").asString()).isEqualTo("khoản 2 Điều 3");
        assertThat(came.path("from").path("id").asString())
                .isEqualTo(left.path("id").asString());
        assertThat(came.path("from").path("name").asString()).isEqualTo("khoản 1 Điều 2");
    }

    @Test
    void whoMayNotReadBothIsToldOfNeither() {
        VersionId unpublished = texts.review(owner, dossier, NEWER);
        Person stranger = committee.person(Role.MEMBER);
        for (String path : List.of(docx(unpublished, first), docx(first, unpublished), page(unpublished, first))) {
            assertThat(api.as(member).get(path).status()).as(path).isEqualTo(404);
            assertThat(api.as(owner).get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(api.as(stranger).get(docx(second, first)).status()).isEqualTo(404);
    }

    @Test
    void theSameTextsOfTheSameDayGiveTheSameBytes() throws IOException {
        byte[] once = api.as(member).get(docx(second, first)).response().getContentAsByteArray();

        assertThat(api.as(owner).get(docx(second, first)).response().getContentAsByteArray())
                .isEqualTo(once);
    }
}
