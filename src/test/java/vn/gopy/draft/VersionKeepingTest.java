package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.audit.AuditEntry;
import vn.gopy.audit.AuditQuery;
import vn.gopy.audit.Trail;
import vn.gopy.document.FileStore;
import vn.gopy.shared.Refusal;

/** A failed or mistaken file gives way to another, or goes, with a trace; a checked draft stays. */
@IntegrationTest
class VersionKeepingTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftsInside inside;

    @Autowired
    VersionKeeping keeping;

    @Autowired
    Trail trail;

    @Autowired
    FileStore files;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient sql;

    private Person owner;
    private Dossier dossier;

    @BeforeEach
    void begin() {
        owner = committee.person(Role.MEMBER);
        dossier = committee.sealed(owner);
    }

    private static UploadedFile file(String words) {
        return new UploadedFile("thay-the.txt", words.getBytes(StandardCharsets.UTF_8), "");
    }

    private VersionKeeping readingHere() {
        return texts.keeping();
    }

    private boolean isStored(String sha256) {
        return sql.sql("SELECT EXISTS (SELECT FROM stored_file WHERE sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    @Test
    void anotherFileTakesThePlaceOfAMistakenOne() {
        texts.published(owner, dossier);
        VersionId mistaken = texts.review(owner, dossier, List.of("QUY CHẾ", "Nhầm tệp " + dossier.id()));
        String sha256 = inside.version(mistaken).orElseThrow().file().sha256();

        DraftVersion now = readingHere().replace(owner, mistaken, file("Điều 1. Đúng tệp"));

        assertThat(now.ordinal()).isEqualTo(2);
        assertThat(now.file().name()).isEqualTo("thay-the.txt");
        assertThat(drafts.of(owner, dossier.id()))
                .extracting(DraftVersion::ordinal)
                .containsExactly(1, 2);
        assertThat(isStored(sha256)).isFalse();
        assertThat(trail.find(new AuditQuery(mistaken.value(), null, null, null, 10)))
                .extracting(AuditEntry::action)
                .contains("VERSION_DELETED");
    }

    @Test
    void aDeletionThatIsUndoneAtItsEndLeavesTheBytesToo() {
        VersionId draft = texts.review(owner, dossier, List.of("QUY CHẾ", "Còn giữ " + dossier.id()));
        DraftVersion before = inside.version(draft).orElseThrow();
        byte[] bytes = files.read(before.file().sha256());

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            keeping.delete(owner, draft, before.version());
            status.setRollbackOnly();
        });

        assertThat(inside.version(draft)).isPresent();
        assertThat(files.read(before.file().sha256())).isEqualTo(bytes);
    }

    @Test
    void aReplacementThatIsRefusedLeavesWhatWasThere() {
        VersionId draft = texts.review(owner, dossier, DraftFixture.REGULATION);

        assertThat(Refused.by(() -> readingHere().replace(owner, draft, new UploadedFile("x.docx", new byte[0], ""))))
                .startsWith("4");
        assertThat(inside.version(draft)).isPresent();
    }

    @Test
    void aDeletedPaperLeavesNoEmptyPlace() {
        DraftVersion paper =
                texts.readingHere().uploadPaper(owner, dossier.id(), SeriesRole.REPORT, file("Báo cáo số 1"));
        texts.structure(paper.id());

        keeping.delete(owner, paper.id(), drafts.get(owner, paper.id()).version());

        assertThat(drafts.of(owner, dossier.id())).isEmpty();
        assertThat(sql.sql("SELECT count(*) FROM series WHERE dossier_id = :id")
                        .param("id", dossier.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aCheckedDraftIsNeitherDeletedNorReplaced() {
        VersionId draft = texts.published(owner, dossier);
        int version = drafts.get(owner, draft).version();

        assertThat(Refused.by(() -> keeping.delete(owner, draft, version))).isEqualTo("409 VERSION_CHECKED");
        assertThat(Refused.by(() -> readingHere().replace(owner, draft, file("Điều 1. Khác"))))
                .isEqualTo("409 VERSION_CHECKED");
    }

    @Test
    void onlyWhoMayFinishTheCheckMayDeleteOrLabel() {
        Person reader = committee.person(Role.MEMBER);
        Dossier open = committee.dossier(owner, Audience.EVERYONE, Discussion.SEALED);
        VersionId draft = texts.review(owner, open, DraftFixture.REGULATION);
        VersionId checked = texts.published(owner, open);

        assertThat(Refused.by(() -> keeping.delete(reader, draft, 2))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> keeping.label(reader, checked, 3, "x"))).isEqualTo("403 FORBIDDEN");
    }

    @Test
    void aLabelIsGivenAndTakenAwayAgain() {
        VersionId draft = texts.review(owner, dossier, DraftFixture.REGULATION);

        DraftVersion labelled = keeping.label(owner, draft, 2, " Bản sau thẩm định ");
        assertThat(labelled.label()).isEqualTo("Bản sau thẩm định");
        assertThat(Refused.by(() -> keeping.label(owner, draft, 2, "Khác"))).isEqualTo("412 STALE");
        assertThat(keeping.label(owner, draft, labelled.version(), "").label()).isEmpty();
    }

    @Test
    void whereOneFinishesTheCheckWhileAnotherDeletesOneOfThemWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            VersionId draft = texts.review(owner, dossier, DraftFixture.REGULATION);
            CyclicBarrier both = new CyclicBarrier(2);
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Future<Boolean> published = threads.submit(() -> done(both, () -> drafts.publish(owner, draft)));
                Future<Boolean> deleted = threads.submit(() -> done(both, () -> keeping.delete(owner, draft, 2)));

                boolean stands = published.get(60, TimeUnit.SECONDS);
                assertThat(deleted.get(60, TimeUnit.SECONDS)).isNotEqualTo(stands);
                assertThat(inside.version(draft).isPresent()).isEqualTo(stands);
            }
        }
    }

    private static boolean done(CyclicBarrier both, Runnable deed) throws Exception {
        both.await(60, TimeUnit.SECONDS);
        try {
            deed.run();
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }
}
