package vn.gopy.draft;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;

/** Several files handed in for one dossier in the same moment: each finds its place. */
@IntegrationTest
class UploadsAtOnceTest {

    private static final int FILES = 12;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    VersionRepository versions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    private Person member;
    private Dossier dossier;

    @BeforeEach
    void begin() {
        member = committee.person(Role.MEMBER);
        dossier = committee.sealed(member);
    }

    @Test
    void theSecondPaperWaitsForTheFirstAndComesBehindIt() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch firstStands = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Future<SeriesId> first = threads.submit(() -> transaction.execute(status -> {
                SeriesId id = versions.addSeries(dossier.id(), SeriesRole.REPORT);
                firstStands.countDown();
                await(goOn);
                return id;
            }));
            await(firstStands);
            Future<SeriesId> second = threads.submit(
                    () -> transaction.execute(status -> versions.addSeries(dossier.id(), SeriesRole.LIST)));
            awaitSomebodyWaiting();
            goOn.countDown();

            assertThat(List.of(ordinal(first.get(30, SECONDS)), ordinal(second.get(30, SECONDS))))
                    .containsExactly(1, 2);
        }
    }

    @Test
    void twelvePapersAndDraftsAtOnceAreAllTaken() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<DraftVersion>> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(FILES)) {
            for (int n = 0; n < FILES; n++) {
                UploadedFile file = new UploadedFile("to-trinh-" + n + ".txt", bytes("Tờ trình số " + n), "");
                boolean paper = n % 3 != 0;
                taken.add(threads.submit(() -> {
                    await(start);
                    return paper
                            ? texts.readingHere().uploadPaper(member, dossier.id(), SeriesRole.OTHER, file)
                            : texts.readingHere().upload(member, dossier.id(), null, file);
                }));
            }
            start.countDown();
            for (Future<DraftVersion> one : taken) {
                assertThat(one.get(60, SECONDS)).isNotNull();
            }
        }

        assertThat(drafts.of(member, dossier.id())).hasSize(FILES);
        assertThat(sql.sql("SELECT ordinal FROM series WHERE dossier_id = :id ORDER BY ordinal")
                        .param("id", dossier.id().value())
                        .query(Integer.class)
                        .list())
                .isEqualTo(IntStream.rangeClosed(1, 9).boxed().toList());
    }

    private int ordinal(SeriesId id) {
        return sql.sql("SELECT ordinal FROM series WHERE id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private void awaitSomebodyWaiting() {
        long end = System.nanoTime() + SECONDS.toNanos(60);
        while (!sql.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single()) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
