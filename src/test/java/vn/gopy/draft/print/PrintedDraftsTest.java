package vn.gopy.draft.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.Turns;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Settings;
import vn.gopy.shared.Settings.Practice;

/** A draft on paper, and the way back from a line of it. */
@IntegrationTest
class PrintedDraftsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    @Autowired
    Turns turns;

    @Autowired
    PrintedDrafts printed;

    @Autowired
    InstallationSettings settings;

    private Person owner;
    private Person member;
    private VersionId version;

    @BeforeEach
    void aDraft() {
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        Dossier dossier = committee.dossier(owner, Audience.INVITED, Discussion.GROUP, member);
        List<String> lines = new ArrayList<>(List.of("QUY CHẾ", "Quản lý kho tư liệu số dùng chung"));
        for (int n = 1; n <= 60; n++) {
            lines.add("Điều " + n + ". Nội dung thứ " + n);
            lines.add("Cơ quan chủ trì thực hiện nội dung thứ " + n + " và báo cáo kết quả trước ngày 20 hằng tháng.");
        }
        version = texts.published(owner, dossier, lines);
    }

    private String path(String rest) {
        return "/api/v1/versions/" + version + "/print" + rest;
    }

    private byte[] paper(Person asker) {
        var response = api.as(asker).get(path(".pdf")).response();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/pdf");
        return response.getContentAsByteArray();
    }

    private static String page(byte[] paper, int number) throws IOException {
        try (var document = Loader.loadPDF(paper)) {
            PDFTextStripper words = new PDFTextStripper();
            words.setSortByPosition(true);
            words.setStartPage(number);
            words.setEndPage(number);
            return words.getText(document);
        }
    }

    @Test
    void theLineThatAPersonReadsOnPaperLeadsToItsPlace() throws IOException {
        String second = page(paper(member), 2);
        assertThat(second).contains("Dự thảo lần 1 · bản in số 1").containsPattern("Trang 2/\\d+");
        String line = second.lines()
                .filter(it -> it.contains("Nội dung thứ 1"))
                .findFirst()
                .orElseThrow();
        String number = line.strip().split("\\s+")[0];

        JsonNode found =
                api.as(member).get(path("/place?page=2&line=" + number)).json();
        String article = line.replaceFirst(".*(Điều \\d+)\\..*", "$1");
        assertThat(found.path("place").asString()).isEqualTo(article);
        assertThat(found.path("url").asString()).endsWith("/du-thao/1#dieu-" + article.substring(5));
        assertThat(api.as(member).get(path("/place?page=2&line=999")).status()).isEqualTo(404);
        assertThat(api.as(member).get(path("/place?page=0&line=1")).status()).isEqualTo(404);
    }

    /** The letters of a page that do not stand upright. */
    private static String slanting(byte[] paper, int number) throws IOException {
        StringBuilder letters = new StringBuilder();
        PDFTextStripper words = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
                if (letter.getTextMatrix().getShearY() != 0) {
                    letters.append(letter.getUnicode());
                }
            }
        };
        try (var document = Loader.loadPDF(paper)) {
            words.setStartPage(number);
            words.setEndPage(number);
            words.getText(document);
        }
        return letters.toString();
    }

    @Test
    void whereTheOfficeWantsItEveryPageSaysFaintlyWhoseCopyItIs() throws IOException {
        byte[] plain = paper(member);
        assertThat(slanting(plain, 1)).isEmpty();
        Person administrator = committee.person(Role.ADMINISTRATOR);
        Settings before = settings.get();
        Practice practice = before.practice();
        Settings wanted = new Settings(
                before.office(),
                new Practice(practice.largestFile(), practice.soonDays(), practice.remindDays(), true),
                before.days());
        Settings changed = settings.change(administrator, before, wanted);
        try {
            byte[] named = paper(member);
            for (int page : List.of(1, 2)) {
                assertThat(slanting(named, page)).contains("Dự thảo, bản của " + member.displayName() + ", lúc ");
                assertThat(page(plain, page).lines().filter(line -> line.contains("Điều")))
                        .isNotEmpty();
            }
            assertThat(slanting(paper(owner), 2)).contains(owner.displayName()).doesNotContain(member.displayName());
            assertThat(printed.spot(owner, version, Optional.empty(), 2, Optional.empty())
                            .orElseThrow()
                            .print())
                    .as("its lines are those of the other copies")
                    .isEqualTo(1);
        } finally {
            settings.change(administrator, changed, before);
        }
    }

    @Test
    void theSameTextIsSetOnceHoweverManyPrintIt() {
        assertThat(turns.of(
                        () -> printed.paper(owner, version, "https://gopy.example"),
                        () -> printed.paper(member, version, "https://gopy.example")))
                .containsExactly("done", "done");
        paper(member);
        assertThat(api.as(member)
                        .get(path("/place?page=1"))
                        .json()
                        .path("print")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.as(member).get(path("/place?page=1&print=2")).status()).isEqualTo(404);
    }

    @Test
    void whoMayNotReadItNeitherPrintsNorFinds() {
        paper(member);
        Person stranger = committee.person(Role.MEMBER);
        assertThat(api.as(stranger).get(path(".pdf")).status()).isEqualTo(404);
        assertThat(api.as(stranger).get(path("/place?page=1")).status()).isEqualTo(404);
        assertThat(Refused.by(() -> printed.spot(stranger, version, Optional.of(1), 1, Optional.empty())))
                .isEqualTo("404 NOT_FOUND");
    }
}
