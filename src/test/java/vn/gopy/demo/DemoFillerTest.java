package vn.gopy.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.gopy.IntegrationTest;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.consolidation.OutcomeSums;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.edition.Edition;
import vn.gopy.consolidation.edition.EditionState;
import vn.gopy.consolidation.edition.Editions;
import vn.gopy.consolidation.table.ConsolidatedTables;
import vn.gopy.consolidation.table.TableFormat;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierFilter;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionState;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.InviteeStanding;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;
import vn.gopy.round.figures.OutcomeCounts;

@IntegrationTest
@ActiveProfiles("demo")
class DemoFillerTest {

    @Autowired
    DemoFiller filler;

    @Autowired
    People people;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Drafts drafts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Points points;

    @Autowired
    ConsolidatedTables tables;

    @Autowired
    Editions editions;

    @Autowired
    JdbcClient sql;

    @Test
    void theExampleStandsOnceHealthIsUp() {
        assertThat(filler.health().getStatus()).isEqualTo(Status.UP);
        assertThat(dossiers.list(secretary(), DossierFilter.ALL))
                .extracting(Dossier::code, Dossier::kind)
                .containsExactlyInAnyOrder(tuple("HS-01", "QĐ"), tuple("HS-02", "QĐ"), tuple("HS-03", "CTr"));
    }

    @Test
    void everyDraftWasReadByTheProductAndItsCheckFinished() {
        var versions = dossiers.list(secretary(), DossierFilter.ALL).stream()
                .flatMap(dossier -> drafts.of(secretary(), dossier.id()).stream())
                .toList();
        assertThat(versions).hasSize(6).extracting(DraftVersion::state).containsOnly(VersionState.PUBLISHED);
    }

    @Test
    void theFirstRoundHasTheFiguresOfTheStory() {
        var round = round("D1");
        assertThat(round.state(Instant.now())).isEqualTo(RoundState.ANNOUNCED);
        assertThat(answers(round, 0)).isEqualTo(new AnswerCounts(26, 5, 17, 1, 1, 2, 2, 2, 1, 0));
        assertThat(answers(round, 1)).isEqualTo(new AnswerCounts(26, 17, 6, 0, 1, 2, 2, 2, 1, 0));
        assertThat(opinions(round, 0)).isEqualTo(new OutcomeCounts(35, 21, 9, 4, 1, 0, 0));
        assertThat(opinions(round, 1)).isEqualTo(new OutcomeCounts(5, 3, 1, 0, 0, 1, 0));
    }

    @Test
    void theOfficialTableOpensWithTheSentencesOfTheStory() throws IOException {
        var round = round("D1");
        var bytes = tables.file(secretary(), round.id(), round.drafts().getFirst(), TableFormat.DOCX)
                .bytes();
        try (var word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains(
                            "1. Tổng số được lấy ý kiến: 26 (17 cơ quan, đơn vị; 06 thành viên Ban Chỉ đạo; 03 chuyên"
                                    + " gia); đã trả lời: 24, trong đó nhất trí: 05; nhất trí, có ý kiến: 17; không nhất"
                                    + " trí: 01; trả lời bằng văn bản quản lý theo chế độ mật, không thể hiện trong Bảng"
                                    + " này: 01. Không có ý kiến trả lời: 02 (xem như thống nhất theo Công văn số"
                                    + " 1105/SKHCN-CĐS).",
                            "2. Tổng số ý kiến: 35, trong đó tiếp thu: 21; tiếp thu một phần: 09; giải trình: 04;"
                                    + " ghi nhận: 01. Kết quả cụ thể như sau:");
        }
    }

    @Test
    void theEditionsHaveTheFiguresOfTheStory() throws IOException {
        var round = round("D1");
        var all = editions.of(secretary(), round.id());
        assertThat(all).hasSize(2);
        assertThat(sums(all.get(1)))
                .startsWith("2. Tổng số ý kiến: 33, trong đó tiếp thu: 20; tiếp thu một phần: 08; giải trình: 02;")
                .contains("ghi nhận: 01", "02");
        assertThat(all.get(1).state()).isEqualTo(EditionState.WORKING);
        assertThat(sums(all.get(0)))
                .startsWith("2. Tổng số ý kiến: 35, trong đó tiếp thu: 21; tiếp thu một phần: 09; giải trình: 04;");
        assertThat(all.get(0).state()).isEqualTo(EditionState.SIGNED);
        assertThat(all.get(0).number()).isEqualTo("1231/BTH-SKHCN");
        assertThat(all.get(0).changes().added()).hasSize(2);
        assertThat(all.get(0).changes().outcomes()).hasSize(2);
    }

    private String sums(Edition edition) throws IOException {
        var bytes = editions.file(secretary(), edition.id(), TableFormat.DOCX).bytes();
        try (var word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            return word.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .filter(words -> words.startsWith("2. Tổng số ý kiến"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void theSecondRoundIsOpenWithTwoOpinionsNobodyHasAnswered() {
        var round = round("D2");
        assertThat(round.state(Instant.now())).isEqualTo(RoundState.OPEN);
        assertThat(answers(round, 0)).isEqualTo(new AnswerCounts(26, 5, 2, 0, 0, 19, 0, 0, 0, 0));
        assertThat(opinions(round, 0)).isEqualTo(new OutcomeCounts(2, 0, 0, 0, 0, 0, 2));
    }

    @Test
    void theBoardsTellWhatTheStoryTells() {
        assertThat(standings("D2"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        InviteeStanding.AGREED, 5L,
                        InviteeStanding.AGREED_WITH, 2L,
                        InviteeStanding.PREPARING, 2L,
                        InviteeStanding.WAITING_HEAD, 1L,
                        InviteeStanding.EXTENSION, 1L,
                        InviteeStanding.OPENED, 6L,
                        InviteeStanding.NOT_OPENED, 9L));
        assertThat(standings("D3"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        InviteeStanding.AGREED, 2L,
                        InviteeStanding.AGREED_WITH, 4L,
                        InviteeStanding.WAITING_HEAD, 1L,
                        InviteeStanding.OPENED, 2L,
                        InviteeStanding.NOT_OPENED, 1L));
        assertThat(standings("D1"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        InviteeStanding.AGREED, 5L,
                        InviteeStanding.AGREED_WITH, 17L,
                        InviteeStanding.OBJECTED, 1L,
                        InviteeStanding.SECRET, 1L,
                        InviteeStanding.DEEMED, 2L));
    }

    private Map<InviteeStanding, Long> standings(String key) {
        var round = round(key);
        return replies.list(secretary(), round.id()).stream()
                .collect(Collectors.groupingBy(
                        answer -> InviteeStanding.of(round, answer, true, Instant.now()), Collectors.counting()));
    }

    @Test
    void theProgrammeHasFourOpinionsWhileOneWaitsForTheHeadOfItsUnit() {
        var round = round("D3");
        assertThat(answers(round, 0)).isEqualTo(new AnswerCounts(10, 2, 4, 0, 0, 4, 0, 0, 0, 0));
        assertThat(opinions(round, 0)).isEqualTo(new OutcomeCounts(4, 1, 1, 1, 0, 0, 1));
    }

    @Test
    void aPaperBesideTheDraftHasItsOwnRoundWithAnOpinionUnderItsHeading() {
        var round = round("D4");
        assertThat(round.state(Instant.now())).isEqualTo(RoundState.ANNOUNCED);
        assertThat(answers(round, 0)).isEqualTo(new AnswerCounts(3, 2, 1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(opinions(round, 0)).isEqualTo(new OutcomeCounts(1, 1, 0, 0, 0, 0, 0));
        assertThat(tables.table(secretary(), round.id(), null).heading().subject())
                .startsWith("dự thảo Tờ trình về việc ban hành Quy chế làm việc");
    }

    @Test
    void whatHappenedInTheStoryHappenedInThePast() {
        assertThat(sql.sql("SELECT count(*) FROM comment WHERE sent_at > now() - interval '12 hours'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSecondStartAddsNothing() {
        var before = rows();
        filler.fill();
        assertThat(rows()).isEqualTo(before);
    }

    private List<Long> rows() {
        return sql.sql("""
            SELECT count(*) FROM person UNION ALL SELECT count(*) FROM draft_version
            UNION ALL SELECT count(*) FROM point UNION ALL SELECT count(*) FROM comment
            UNION ALL SELECT count(*) FROM audit_entry
            """).query(Long.class).list();
    }

    private AnswerCounts answers(Round round, int draft) {
        return rounds.counts(secretary(), round.id(), round.drafts().get(draft));
    }

    private OutcomeCounts opinions(Round round, int draft) {
        return OutcomeSums.of(points.of(secretary(), round.id()).stream()
                .filter(point -> round.drafts().get(draft).equals(point.versionId()))
                .toList());
    }

    private Round round(String key) {
        var title = Story.read().rounds().stream()
                .filter(round -> round.key().equals(key))
                .map(Story.Round::title)
                .findFirst()
                .orElseThrow();
        return rounds.list(secretary()).stream()
                .filter(round -> round.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private Person secretary() {
        return people.byUsername("thuky").orElseThrow();
    }
}
