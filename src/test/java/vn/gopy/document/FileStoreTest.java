package vn.gopy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.Refusal;

/** What was stored is there, whole, as long as something names it; and what is not whole is never given out. */
@IntegrationTest
class FileStoreTest {

    @Autowired
    StoredFileRepository repository;

    @Autowired
    AdjustableClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient sql;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    FileStore stored;

    @TempDir
    Path data;

    private final byte[] content = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    private final List<Path> forced = new ArrayList<>();
    private LocalFileStore files;

    @BeforeEach
    void files() {
        files = new LocalFileStore(data, repository, clock, forced::add);
    }

    @Test
    void theFolderOfANewFileIsItselfMadeToLast() {
        String sha256 = store(content);
        assertThat(forced)
                .containsExactly(data.resolve("files").resolve(sha256.substring(0, 2)), data.resolve("files"), data);
        forced.clear();
        store(content);
        assertThat(forced).isEmpty();
    }

    @Test
    void whatIsTooLongIsRefusedAndLeavesNothing() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> files.put(endless, 3 << 20)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("TOO_LARGE"));
        try (var left = Files.list(data.resolve("files"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aDamagedFileIsNotGivenOutAndIsMendedByTheSameBytes() throws IOException {
        String sha256 = store(content);
        Files.writeString(path(sha256), "damaged");
        isDamaged(sha256);

        assertThat(store(content)).isEqualTo(sha256);
        assertThat(files.read(sha256)).isEqualTo(content);
        assertThat(files.open(sha256).getContentAsByteArray()).isEqualTo(content);
        assertThat(files.damaged()).isZero();
    }

    @Test
    void aMissingFileIsSaidToBeDamagedAndTurnsTheHealthOfFiles() throws IOException {
        String sha256 = store(content);
        Files.delete(path(sha256));
        isDamaged(sha256);
        Status status = new StoredFilesHealth(files).health().getStatus();
        assertThat(status.getCode()).isEqualTo("DEGRADED");
        assertThat(status).isNotEqualTo(Status.DOWN);
    }

    private void isDamaged(String sha256) {
        for (Runnable use : List.<Runnable>of(() -> files.read(sha256), () -> files.open(sha256))) {
            assertThatThrownBy(use::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo("FILE_DAMAGED");
                assertThat(refusal.kind().status()).isEqualTo(500);
            });
        }
        assertThat(files.damaged()).isOne();
    }

    @Test
    void bytesThatAnotherDocumentHasTooAreNotErased() {
        Person owner = committee.person(Role.MEMBER);
        VersionId draft = texts.published(owner, committee.sealed(owner));
        String sha256 = drafts.get(owner, draft).file().sha256();
        Boolean gone = new TransactionTemplate(transactions).execute(status -> stored.erase(sha256));
        assertThat(gone).isFalse();
        assertThat(stored.read(sha256)).isNotEmpty();
    }

    @Test
    void whateverNamesAFileKeepsItFromBeingErased() {
        Set<String> naming = sql.sql("""
                SELECT conrelid::regclass::text FROM pg_constraint
                WHERE contype = 'f' AND confrelid = 'stored_file'::regclass
                """).query(String.class).set();
        assertThat(naming)
                .as("tables that StoredFileRepository.removeUnused asks")
                .isEqualTo(Set.of("draft_version", "letter", "returned_file", "comment_file", "edition"));
    }

    @Test
    void bytesThatComeAgainWhileTheyAreErasedAreStoredAnew() throws Exception {
        String sha256 = store(content);
        CountDownLatch erased = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var again = threads.submit(() -> {
                erased.await();
                return store(content);
            });
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                assertThat(files.erase(sha256)).isTrue();
                erased.countDown();
                untilOneWaits();
            });
            assertThat(again.get()).isEqualTo(sha256);
        }
        assertThat(files.read(sha256)).isEqualTo(content);
        assertThat(sql.sql("SELECT size FROM stored_file WHERE sha256 = :sha256")
                        .param("sha256", sha256)
                        .query(Long.class)
                        .single())
                .isEqualTo(content.length);
    }

    @Test
    void whoWantsAPageWaitsOnlySoLongForAProcessThatDrawsIt() {
        PageImages crowded = new PageImages(files, data, 0, Duration.ofMillis(1));
        String sha256 = store(content);
        assertThatThrownBy(() -> crowded.page(sha256, 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BUSY));
    }

    private void untilOneWaits() {
        while (sql.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                        .query(Integer.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }

    private String store(byte[] bytes) {
        return new TransactionTemplate(transactions).execute(status -> files.put(bytes));
    }

    private Path path(String sha256) {
        return data.resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
