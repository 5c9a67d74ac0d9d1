package vn.gopy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.shared.AdjustableClock;

/** What a killed program left among the stored files goes after a day; what a document names stays. */
@IntegrationTest
class FileSweepTest {

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
    LocalFileStore product;

    @TempDir
    Path data;

    private LocalFileStore files;
    private FileSweep sweep;
    private String kept;

    @BeforeEach
    void aFileOfADocumentAmongOthers() throws IOException {
        files = new LocalFileStore(data, repository, clock, folder -> {});
        sweep = new FileSweep(data, files, repository, new TransactionTemplate(transactions), clock);
        Person owner = committee.person(Role.MEMBER);
        String sha256 = drafts.get(owner, texts.published(owner, committee.sealed(owner)))
                .file()
                .sha256();
        kept = store(product.read(sha256));
        assertThat(kept).isEqualTo(sha256);
        age(kept);
    }

    private static byte[] bytes() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    }

    private String store(byte[] content) {
        return new TransactionTemplate(transactions).execute(status -> files.put(content));
    }

    private Path path(String sha256) {
        return data.resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private void age(String sha256) throws IOException {
        age(path(sha256));
    }

    private void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofDays(2))));
    }

    /** Bytes on the disk whose transaction was rolled back. */
    private String withoutRow(byte[] content) {
        return new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return files.put(content);
        });
    }

    @Test
    void bytesWithoutARowGoOnceTheyAreADayOldAndThoseOfADocumentStay() throws IOException {
        String fresh = withoutRow(bytes());
        String left = withoutRow(bytes());
        age(left);
        Path begun = Files.createFile(data.resolve("files").resolve("incoming1.part"));
        age(begun);

        sweep.run();

        assertThat(path(left)).doesNotExist();
        assertThat(begun).doesNotExist();
        assertThat(path(fresh)).exists();
        assertThat(files.read(kept)).isNotEmpty();
    }

    @Test
    void whatWasDeletedJustBeforeTheProgramWasKilledGoesWithItsRowAndItsPictures() throws IOException {
        byte[] content = bytes();
        String left = clock.at(clock.instant().minus(Duration.ofDays(2)), () -> store(content));
        Path picture = data.resolve("pages").resolve(left).resolve("1.png");
        Files.createDirectories(picture.getParent());
        Files.createFile(picture);

        sweep.run();

        assertThat(path(left)).doesNotExist();
        assertThat(picture.getParent()).doesNotExist();
        assertThat(repository.known(List.of(left, kept))).containsExactly(kept);
    }

    @Test
    void bytesThatAreStoredAgainMeanwhileStay() throws Exception {
        byte[] content = bytes();
        String left = withoutRow(content);
        age(left);
        CountDownLatch storing = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var swept = threads.submit(() -> {
                storing.await();
                sweep.run();
                return true;
            });
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                files.put(content);
                storing.countDown();
                untilOneWaits();
            });
            assertThat(swept.get()).isTrue();
        }
        assertThat(files.read(left)).isEqualTo(content);
    }

    private void untilOneWaits() {
        while (sql.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                        .query(Integer.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void nothingGoesWhereTheDatabaseIsThatOfAnotherFolder() throws IOException {
        Files.delete(path(kept));
        String left = withoutRow(bytes());
        age(left);

        sweep.run();

        assertThat(path(left)).exists();
    }
}
