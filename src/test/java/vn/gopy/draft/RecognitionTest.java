package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.document.ScanFixture;
import vn.gopy.document.ScanReader;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Warning;
import vn.gopy.shared.Sha256;
import vn.gopy.shared.SqlParameters;

/** A scan waits, is recognised, and is checked like every draft; unless a secrecy mark shows. */
@IntegrationTest
class RecognitionTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    CommitteeFixture committee;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftsInside inside;

    @Autowired
    RecognitionJob recognition;

    @Autowired
    RecognitionJob.Again again;

    @Autowired
    ScanReader scans;

    @Autowired
    JdbcClient sql;

    @Value("${gopy.data}")
    Path data;

    private Person owner;
    private Dossier dossier;

    @BeforeEach
    void dossier() {
        ScanFixture.requireTesseract(scans);
        owner = committee.person(Role.MEMBER);
        dossier = committee.sealed(owner);
    }

    private VersionId upload(byte[] scan) {
        DraftVersion version =
                drafts.upload(owner, dossier.id(), null, new UploadedFile("ban-quet.pdf", scan, "Lần đầu"));
        assertThat(version.state()).isEqualTo(VersionState.EXTRACTING);
        assertThat(version.problem()).isNull();
        return version.id();
    }

    /** By the job that the upload has asked for: done here as well, each page would be recognised twice. */
    private void recognised(VersionId id) {
        await().atMost(PATIENCE).until(() -> drafts.get(owner, id).state() != VersionState.EXTRACTING);
    }

    /** Takes back what the upload has asked for. */
    private VersionId withoutJob(VersionId id) {
        sql.sql("DELETE FROM slow_tasks WHERE task_instance = :id")
                .param("id", id.toString())
                .update();
        return id;
    }

    private void called(String title) {
        sql.sql("UPDATE dossier SET title = :title WHERE id = :id")
                .paramSource(SqlParameters.of("id", dossier.id()).and("title", title))
                .update();
    }

    @Test
    void aScanBecomesADraftThatSaysItWasRecognised() throws IOException {
        VersionId id = upload(ScanFixture.scan(List.of(ScanFixture.DECISION)));
        recognised(id);

        assertThat(drafts.get(owner, id).state()).isEqualTo(VersionState.REVIEW);
        assertThat(drafts.outline(owner, id).counts()).containsEntry("ARTICLE", 2);
        assertThat(drafts.outline(owner, id).warnings())
                .extracting(Warning::code)
                .contains(Warning.Code.OCR);
        assertThat(inside.reading(id).origin().confidence()).isGreaterThan(80);
    }

    @Test
    void aDossierCalledLikeItsFileTakesTheTitleThatWasRecognisedAnyOtherKeepsItsOwn() throws IOException {
        byte[] scan = ScanFixture.scan(List.of(ScanFixture.DECISION));
        called("ban-quet");
        recognised(upload(scan));

        assertThat(title()).isEqualTo("Quyết định ban hành Quy định về quản lý cơ sở dữ liệu dùng chung");
        called("Tên do người đặt");
        recognised(upload(scan));
        assertThat(title()).isEqualTo("Tên do người đặt");
    }

    private String title() {
        return sql.sql("SELECT title FROM dossier WHERE id = :id")
                .paramSource(SqlParameters.of("id", dossier.id()))
                .query(String.class)
                .single();
    }

    /** As it was left by a machine that could not recognise anything. */
    private VersionId failedWithoutTesseract() throws IOException {
        VersionId id = withoutJob(upload(ScanFixture.scan(List.of(ScanFixture.DECISION))));
        sql.sql("UPDATE draft_version SET state = 'FAILED', problem = 'NO_TEXT' WHERE id = :id")
                .paramSource(SqlParameters.of("id", id))
                .update();
        return id;
    }

    @Test
    void whatFailedWhereNothingCouldBeRecognisedIsRecognisedOnceTheMachineCan() throws IOException {
        VersionId id = failedWithoutTesseract();

        again.start();

        assertThat(drafts.get(owner, id).state()).isEqualTo(VersionState.EXTRACTING);
        assertThat(drafts.get(owner, id).problem()).isNull();
        assertThat(sql.sql("SELECT count(*) FROM slow_tasks WHERE task_name = 'recognition' AND task_instance = :id")
                        .param("id", id.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
        recognised(id);
        assertThat(drafts.get(owner, id).state()).isEqualTo(VersionState.REVIEW);
    }

    @Test
    void aFileWithTextIsCheckedWithoutItsPicturesWhenTheirRecognitionFails() throws IOException {
        VersionId id = withoutJob(upload(ScanFixture.withPicture(ScanFixture.DECISION, List.of("PHỤ LỤC I"))));

        recognition.giveUp(id.toString());

        assertThat(drafts.get(owner, id).state()).isEqualTo(VersionState.REVIEW);
        assertThat(drafts.outline(owner, id).warnings())
                .extracting(Warning::code)
                .contains(Warning.Code.NO_TEXT_LAYER);
    }

    @Test
    void thePagesOfAFileThatArePicturesAreRecognisedBeforeItsCheck() throws IOException {
        VersionId id = upload(ScanFixture.withPicture(ScanFixture.DECISION, List.of("Điều 3. Hiệu lực thi hành")));

        recognised(id);

        assertThat(drafts.get(owner, id).state()).isEqualTo(VersionState.REVIEW);
        assertThat(drafts.outline(owner, id).counts()).containsEntry("ARTICLE", 3);
    }

    @Test
    void whatWasRecognisedInVainIsNotTriedAtEveryStart() throws IOException {
        VersionId id = upload(ScanFixture.scan(List.of(List.of())));
        recognised(id);

        again.start();

        assertThat(drafts.get(owner, id).state()).isEqualTo(VersionState.FAILED);
        assertThat(drafts.get(owner, id).problem()).isEqualTo(Problem.NO_TEXT);
    }

    @Test
    void whatCannotBeRecognisedFailsAndIsKept() throws IOException {
        byte[] blank = ScanFixture.scan(List.of(List.of()));
        VersionId id = upload(blank);
        recognised(id);

        assertThat(drafts.get(owner, id).state()).isEqualTo(VersionState.FAILED);
        assertThat(drafts.get(owner, id).problem()).isEqualTo(Problem.NO_TEXT);
        assertThat(drafts.file(owner, id).getContentAsByteArray()).isEqualTo(blank);
    }

    @Test
    void aSecrecyMarkErasesFileTextAndNameAndLeavesATrace() throws IOException {
        byte[] secret = ScanFixture.scan(List.of(
                Stream.concat(Stream.of("MẬT"), ScanFixture.DECISION.stream()).toList()));
        VersionId id = withoutJob(upload(secret));
        VersionId again = withoutJob(upload(secret));
        recognition.run(id.toString());

        for (VersionId erased : List.of(id, again)) {
            DraftVersion trace = drafts.get(owner, erased);
            assertThat(trace.state()).isEqualTo(VersionState.FAILED);
            assertThat(trace.problem()).isEqualTo(Problem.STATE_SECRET_MARK);
            assertThat(trace.file().name() + trace.label()).isEmpty();
            assertThat(trace.file().size()).isZero();
            assertThat(inside.provisions(erased)).isEmpty();
            assertThat(count("SELECT count(*) FROM draft_version WHERE id = :id AND reading IS NULL", erased))
                    .isOne();
            assertThat(count("""
                    SELECT count(*) FROM audit_entry
                    WHERE subject_id = :id AND action = 'STATE_SECRET_ERASED' AND actor_id IS NULL
                    """, erased)).isOne();
        }
        assertThat(sql.sql("SELECT count(*) FROM stored_file WHERE sha256 = :sha256")
                        .param("sha256", Sha256.of(secret))
                        .query(Integer.class)
                        .single())
                .isZero();
        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain(Sha256.of(secret));
        }
        recognition.run(again.toString());
        assertThat(drafts.get(owner, again).problem()).isEqualTo(Problem.STATE_SECRET_MARK);
    }

    private int count(String query, VersionId id) {
        return sql.sql(query)
                .paramSource(SqlParameters.of("id", id))
                .query(Integer.class)
                .single();
    }
}
