package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.Units;
import vn.gopy.audit.AuditQuery;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.table.ConsolidatedTables;
import vn.gopy.consolidation.table.TableFormat;
import vn.gopy.document.extract.Extraction;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.opinion.Attachments;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.opinion.Sending;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;

/** The way of an accepted wording into the file, and back with the next draft. */
@IntegrationTest
class NextDraftsTest {

    private static final String CLAUSE = "Cơ quan Thường trực gửi tài liệu trước phiên họp 03 ngày làm việc.";
    private static final String WANTED = CLAUSE.replace("03 ngày", "05 ngày");
    private static final String FOREIGN = """
            <w:ins w:id="9" w:author="X" w:date="2026-11-01T08:00:00Z"><w:smartTag w:element="x">%s</w:smartTag></w:ins>""";
    private static final String SECRET = "Riêng về nhân sự Kỳ Lân.";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    Points points;

    @Autowired
    Rounds rounds;

    @Autowired
    Trail trail;

    @Autowired
    NextDrafts next;

    @Autowired
    UptakeFigures uptake;

    @Autowired
    SubmissionChecks checks;

    @Autowired
    Units units;

    @Autowired
    Composing composing;

    @Autowired
    Attachments attachments;

    @Autowired
    Sending sending;

    @Autowired
    ConsolidatedTables tables;

    @Autowired
    ApiFixture api;

    private Person secretary;
    private Person owner;
    private Unit finance;
    private Unit home;
    private Dossier dossier;
    private VersionId first;
    private RoundId round;

    @BeforeEach
    void aWordFileIsAskedAbout() throws IOException {
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        finance = committee.unit();
        home = committee.unit();
        dossier = committee.dossier(owner, Audience.INVITED, Discussion.SEALED, owner);
        first = published(DraftFixture.REGULATION);
        round = committee
                .round(first)
                .asking(finance)
                .asking(home)
                .open(secretary)
                .id();
    }

    private VersionId published(List<String> lines) throws IOException {
        return published(lines, "none");
    }

    /** @param foreign what a line holds that somebody else has put in as a tracked change */
    private VersionId published(List<String> lines, String foreign) throws IOException {
        var body = new StringBuilder();
        for (String line : lines) {
            String run = "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">" + line + "</w:t></w:r>";
            body.append("<w:p>")
                    .append(line.contains(foreign) ? FOREIGN.formatted(run) : run)
                    .append("</w:p>");
        }
        VersionId version = texts.readingHere()
                .upload(owner, dossier.id(), null, new UploadedFile("du-thao.docx", word(body.toString()), ""))
                .id();
        texts.structure(version);
        drafts.publish(owner, version);
        return version;
    }

    private static byte[] word(String body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + body + "</w:body></w:document>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private PointId said(Unit unit, String path, String text, boolean restricted) {
        ProvisionId place = texts.place(first, path).id();
        return points.enter(
                        secretary,
                        round,
                        List.of(new NewPoint(
                                first,
                                unit.code(),
                                null,
                                CommentKind.EDIT,
                                text,
                                null,
                                SourceKind.LETTER,
                                "12/CV",
                                List.of(place),
                                false,
                                restricted)))
                .getFirst();
    }

    private void answered(PointId point, Outcome outcome, String answer, @Nullable String applied) {
        points.answer(secretary, point, points.get(secretary, point).version(), outcome, answer, applied);
    }

    private static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static List<String> words(byte[] file, Changes changes) {
        return Extraction.read(file, "x.docx", changes).blocks().stream()
                .map(Block::text)
                .toList();
    }

    @Test
    void theFilesOfAnOpinionAreNamedInTheMarginAndInTheTable() throws IOException {
        Comment opinion = composing.create(
                owner,
                texts.place(first, "dieu-2/khoan-1").id(),
                NewComment.of(CommentKind.EDIT, "Xem phụ lục.").unsent());
        for (String name : List.of("Phụ lục 1.txt", "Phụ lục 2.txt")) {
            attachments.attach(
                    owner, opinion.id(), new UploadedFile(name, "Số liệu".getBytes(StandardCharsets.UTF_8), ""));
        }
        sending.send(owner, List.of(opinion.id()));
        Point point = points.of(secretary, round).getFirst();
        assertThat(point.fileNames()).containsExactly("Phụ lục 1.txt", "Phụ lục 2.txt");
        assertThat(api.as(secretary)
                        .get("/api/v1/rounds/" + round + "/points")
                        .json()
                        .at("/items/0/files/1/name")
                        .asString())
                .isEqualTo("Phụ lục 2.txt");

        String names = "Phụ lục 1.txt; Phụ lục 2.txt";
        answered(point.id(), Outcome.KEEP, "Đã nêu.", null);
        assertThat(parts(next.docx(secretary, first).bytes()).get("word/comments.xml"))
                .contains("Kèm tệp: " + names);
        byte[] table = tables.file(secretary, round, null, TableFormat.DOCX).bytes();
        assertThat(parts(table).get("word/document.xml"))
                .contains(">Kèm tệp: <")
                .contains(">" + names + "<");
    }

    @Test
    void anAcceptedWordingIsATrackedChangeWithTheOpinionsBesideIt() throws IOException {
        answered(said(finance, "dieu-2/khoan-1", "Thời hạn 03 ngày là ngắn.", false), Outcome.ACCEPT, "Sửa.", WANTED);
        answered(said(home, "dieu-2/khoan-2", "Bỏ khoản này.", false), Outcome.KEEP, "Cần có ý kiến.", null);
        said(home, "dieu-2/khoan-2", SECRET, true);
        byte[] file = next.docx(secretary, first).bytes();
        assertThat(trail.find(new AuditQuery(first.value(), null, null, null, 10))
                        .getFirst()
                        .action())
                .isEqualTo("MERGED_DRAFT_EXPORTED");
        assertThat(words(file, Changes.ORIGINAL)).isEqualTo(DraftFixture.REGULATION);
        assertThat(words(file, Changes.FINAL)).contains("1. " + WANTED).hasSameSizeAs(DraftFixture.REGULATION);
        Map<String, String> parts = parts(file);
        assertThat(parts.get("word/document.xml"))
                .contains("<w:rPr><w:i/></w:rPr><w:delText xml:space=\"preserve\">03</w:delText>")
                .contains("<w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">05</w:t>");
        assertThat(parts.get("word/comments.xml"))
                .contains("w:author=\"" + finance.name() + "\"")
                .contains("Tiếp thu ý kiến " + finance.name() + ".")
                .contains(">Thời hạn 03 ngày là ngắn.")
                .contains("Giải trình, giữ như dự thảo: Cần có ý kiến.")
                .doesNotContain("Kỳ Lân");
    }

    /** Whoever asks, also those to whom it was told: the file is handed on. */
    @Test
    void whatWasReportedSeparatelyStandsInNoComment() throws IOException {
        PointId secret = said(finance, "dieu-2/khoan-1", SECRET, true);
        Person chair = committee.person(Role.CHAIR);
        rounds.close(secretary, round);
        assertThat(points.of(chair, round))
                .anyMatch(point -> point.id().equals(secret) && !point.text().isEmpty());
        assertThat(parts(next.docx(chair, first).bytes()).values()).noneMatch(part -> part.contains("Kỳ Lân"));
    }

    @Test
    void ofTwoWordingsOfTheSameWordsTheSecondIsLeftAndSaysSo() {
        PointId one = said(finance, "dieu-2/khoan-1", "05 ngày", false);
        PointId other = said(home, "dieu-2/khoan-1", "10 ngày", false);
        answered(one, Outcome.ACCEPT, "Sửa.", WANTED);
        answered(other, Outcome.ACCEPT_PART, "Sửa.", CLAUSE.replace("03 ngày", "10 ngày"));
        NextDrafts.Sum sum = next.sum(secretary, first);
        assertThat(List.of(sum.applied(), sum.left())).containsExactlyInAnyOrder(List.of(one), List.of(other));
        assertThat(sum.remarks()).isEqualTo(2);
    }

    /** An earlier change of another hand around a smart tag takes no words of a later one. */
    @Test
    void whatTheFileDoesNotTakeCountsAsLeftAndTheMarginSaysSo() throws IOException {
        first = published(DraftFixture.REGULATION, CLAUSE);
        round = committee
                .round(first)
                .asking(finance)
                .asking(home)
                .open(secretary)
                .id();
        PointId refused = said(finance, "dieu-2/khoan-1", "05 ngày", false);
        PointId taken = said(home, "dieu-2/khoan-2", "Bỏ.", false);
        answered(refused, Outcome.ACCEPT, "Sửa.", WANTED);
        answered(taken, Outcome.ACCEPT, "Sửa.", "Thành viên cho ý kiến bằng văn bản trong 05 ngày.");

        NextDrafts.Sum sum = next.sum(secretary, first);
        assertThat(sum.applied()).containsExactly(taken);
        assertThat(sum.left()).containsExactly(refused);
        assertThat(parts(next.docx(secretary, first).bytes()).get("word/comments.xml"))
                .contains("Chưa đưa được câu chữ này vào tệp: " + WANTED)
                .contains("Tiếp thu ý kiến " + home.name() + ".")
                .doesNotContain("Tiếp thu ý kiến " + finance.name() + ".");
    }

    @Test
    void ofAFileThatIsNoneOfWordNoWordingIsCounted() {
        first = texts.published(owner, dossier);
        round = committee.round(first).asking(finance).open(secretary).id();
        PointId point = said(finance, "dieu-2/khoan-1", "05 ngày", false);
        answered(point, Outcome.ACCEPT, "Sửa.", WANTED);
        assertThat(next.sum(secretary, first)).isEqualTo(new NextDrafts.Sum(List.of(), List.of(point), 0));
    }

    @Test
    void onlyTheSecretariatAndTheChairMakeIt() {
        assertThat(Refused.by(() -> next.docx(owner, first))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> next.docx(committee.person(Role.MEMBER), first)))
                .isEqualTo("404 NOT_FOUND");
    }

    @Test
    void aFileThatIsNoneOfWordIsNotWrittenInto() {
        VersionId plain = texts.published(owner, dossier);
        assertThat(Refused.by(() -> next.docx(secretary, plain))).isEqualTo("409 NOT_A_WORD_FILE");
    }

    @Test
    void theNextDraftTiesAnswersToWhatTheyHaveChanged() throws IOException {
        answered(said(finance, "dieu-2/khoan-1", "05 ngày", false), Outcome.ACCEPT, "Sửa.", WANTED);
        PointId unseen = said(home, "dieu-2/khoan-2", "Thêm thời hạn.", false);
        answered(unseen, Outcome.ACCEPT_PART, "Thêm.", "Thành viên cho ý kiến bằng văn bản trong 05 ngày.");
        answered(said(home, "dieu-3", "Rõ hơn.", false), Outcome.ACCEPT, "", null);
        answered(said(home, "dieu-1", "Hẹp.", false), Outcome.KEEP, "Giữ.", null);
        assertThat(uptake.of(secretary, round)).isEmpty();
        List<String> second = DraftFixture.REGULATION.stream()
                .map(line -> line.replace("03 ngày", "05 ngày").replace("kể từ ngày ký", "từ ngày 01/01/2027"))
                .toList();
        VersionId newest = published(second);
        JsonNode figure = api.as(secretary)
                .get("/api/v1/rounds/" + round + "/uptake")
                .json()
                .path(0);
        assertThat(figure.path("newest").asString()).isEqualTo(newest.toString());
        assertThat(figure.path("points").asInt()).isEqualTo(3);
        assertThat(figure.path("seen").asInt()).isEqualTo(2);
        assertThat(figure.path("notSeen")).singleElement().satisfies(one -> {
            assertThat(one.path("id").asString()).isEqualTo(unseen.toString());
            assertThat(one.path("place").asString()).isEqualTo("Khoản 2 Điều 2");
        });
    }

    @Test
    void whatIsFoundBeforeSubmissionIsRepairedInTheFile() throws IOException {
        VersionId second = published(List.of(
                "QUY CHẾ",
                "Làm việc của Ban Chỉ đạo",
                "Điều 1. Phạm vi điều chỉnh",
                "Quy chế này quy định việc phối hợp giữa các cơ quan.",
                "Điều 2. Nguyên tắc",
                "1. Thành viên làm việc theo nguyên tắc:",
                "a) tập trung;",
                "b) dân chủ;",
                "c) công khai;",
                "d) đúng hạn;",
                "e) theo khoản 9 Điều 1.",
                "Điều 3. Hiệu lực",
                "Quy chế này có hiệu lực kể từ ngày ký."));
        answered(said(finance, "dieu-1", "Rõ hơn.", false), Outcome.ACCEPT, "", null);
        PointId open = said(home, "dieu-1", "Hẹp.", false);
        rounds.close(secretary, round);
        JsonNode findings = api.as(secretary)
                .get("/api/v1/versions/" + second + "/submission")
                .json();
        assertThat(findings.findValuesAsString("rule"))
                .containsExactly("BROKEN_REFERENCE", "MISSING_REASON", "LIST_LETTER");
        assertThat(findings.path(1).path("path").asString())
                .isEqualTo(String.valueOf(points.get(secretary, open).number()));
        String key = findings.path(2).path("key").asString();
        byte[] file = checks.repaired(secretary, second, Set.of(key)).bytes();
        assertThat(words(file, Changes.FINAL)).contains("đ) theo khoản 9 Điều 1.");
        assertThat(words(file, Changes.ORIGINAL)).contains("e) theo khoản 9 Điều 1.");
        assertThat(api.as(owner)
                        .get("/api/v1/versions/" + second + "/submission")
                        .json()
                        .findValuesAsString("rule"))
                .doesNotContain("MISSING_REASON");
        assertThat(Refused.by(() -> checks.repaired(secretary, second, Set.of("END_MARK-1-1"))))
                .isEqualTo("409 NOTHING_TO_REPAIR");
    }

    @Test
    void unitsThatWentIntoOthersAreKnownByTheNameOfToday() {
        Person administrator = committee.person(Role.ADMINISTRATOR);
        units.merge(administrator, units.named(finance.code()), units.named(home.code()), LocalDate.of(2026, 1, 1));
        assertThat(units.renamed()).containsEntry(finance.name(), home.name()).doesNotContainKey(home.name());
    }
}
