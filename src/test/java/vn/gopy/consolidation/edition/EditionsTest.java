package vn.gopy.consolidation.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.table.ConsolidatedTable;
import vn.gopy.consolidation.table.ConsolidatedTables;
import vn.gopy.consolidation.table.PaperKind;
import vn.gopy.consolidation.table.TableFormat;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;
import vn.gopy.shared.Sha256;

/** An edition keeps what stood when it was frozen, goes from hand to hand, and comes back signed. */
@IntegrationTest
class EditionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 12);

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    ConsolidatedTables tables;

    @Autowired
    Editions editions;

    @Autowired
    JdbcClient jdbc;

    private Person secretary;
    private Round round;
    private VersionId draft;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        Person owner = committee.person(Role.MEMBER);
        draft = texts.published(owner, committee.sealed(owner));
        round = committee.round(draft).asking(owner).open(secretary);
    }

    private List<PointId> entered(int many) {
        return points.enter(
                secretary,
                round.id(),
                IntStream.rangeClosed(1, many)
                        .mapToObj(n -> new NewPoint(
                                draft,
                                null,
                                null,
                                CommentKind.EDIT,
                                "Ý kiến " + n,
                                null,
                                SourceKind.LETTER,
                                "",
                                List.of(),
                                true,
                                false))
                        .toList());
    }

    private void answer(PointId id, Outcome outcome, String words) {
        points.answer(secretary, id, points.get(secretary, id).version(), outcome, words, null);
    }

    private Edition frozen() {
        int last = editions.of(secretary, round.id()).stream()
                .findFirst()
                .map(Edition::ordinal)
                .orElse(0);
        return editions.freeze(secretary, round.id(), null, last);
    }

    private Edition signed() {
        Edition submitted = editions.move(secretary, frozen().id(), 1, EditionState.SUBMITTED, null, null);
        return editions.move(secretary, submitted.id(), 2, EditionState.SIGNED, "1231/BTH-SKHCN", DAY);
    }

    @Test
    void whatWasFrozenStaysWhateverIsAnsweredAfterwards() {
        PointId point = entered(2).getFirst();
        answer(point, Outcome.ACCEPT, "Tiếp thu.");
        ConsolidatedTable before = tables.table(secretary, round.id(), null);
        Edition edition = frozen();
        answer(point, Outcome.KEEP, "Giải trình.");

        assertThat(editions.table(secretary, edition.id())).isEqualTo(before);
        assertThat(editions.table(secretary, edition.id())).isNotEqualTo(tables.table(secretary, round.id(), null));
    }

    @Test
    void theDatabaseItselfRefusesToChangeWhatWasFrozen() {
        entered(1);
        Edition edition = frozen();
        String content = jdbc.sql("SELECT content FROM edition WHERE id = :id")
                .param("id", edition.id().value())
                .query(String.class)
                .single();
        assertThat(edition.sha256()).isEqualTo(Sha256.of(content.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> jdbc.sql("UPDATE edition SET content = '{}' WHERE id = :id")
                        .param("id", edition.id().value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anEditionTellsWhatIsOtherThanInTheOneBefore() {
        List<PointId> ids = entered(3);
        ids.forEach(id -> answer(id, Outcome.ACCEPT, "Tiếp thu."));
        assertThat(frozen().changes()).isEqualTo(Edition.Changes.NONE);
        answer(ids.get(0), Outcome.KEEP, "Giải trình.");
        answer(ids.get(1), Outcome.ACCEPT, "Tiếp thu, chỉnh lý.");
        entered(1);

        Edition second = frozen();

        assertThat(second.ordinal()).isEqualTo(2);
        assertThat(second.changes()).isEqualTo(new Edition.Changes(List.of(4), List.of(), List.of(1), List.of(2)));
        assertThat(editions.of(secretary, round.id()))
                .extracting(Edition::ordinal)
                .containsExactly(2, 1);
    }

    @Test
    void itIsSubmittedSignedAndIssuedInThisOrder() {
        entered(1);
        Edition edition = frozen();
        assertThat(Refused.by(() -> editions.move(secretary, edition.id(), 1, EditionState.ISSUED, null, null)))
                .isEqualTo("409 EDITION_STATE");
        editions.move(secretary, edition.id(), 1, EditionState.SUBMITTED, null, null);
        assertThat(Refused.by(() -> editions.move(secretary, edition.id(), 2, EditionState.SIGNED, " ", DAY)))
                .isEqualTo("422 NUMBER_MISSING");
        assertThat(Refused.by(() -> editions.move(secretary, edition.id(), 2, EditionState.SIGNED, "12/BTH", null)))
                .isEqualTo("422 DATE_MISSING");
        editions.move(secretary, edition.id(), 2, EditionState.SIGNED, "12/BTH", DAY);
        Edition issued = editions.move(secretary, edition.id(), 3, EditionState.ISSUED, null, null);

        assertThat(issued.state()).isEqualTo(EditionState.ISSUED);
        assertThat(editions.table(secretary, edition.id()).heading().number()).isEqualTo("12/BTH");
        assertThat(editions.table(secretary, edition.id()).heading().date()).isEqualTo(DAY);
    }

    @Test
    void noTransactionStandsOpenWhileBytesAreMade(@Autowired TransactionTemplate transaction) {
        entered(1);
        Edition edition = signed();
        List<Supplier<ConsolidatedTables.TableFile>> files = List.of(
                () -> tables.file(secretary, round.id(), null, TableFormat.DOCX),
                () -> tables.paper(secretary, round.id(), null, PaperKind.REPORT),
                () -> editions.file(secretary, edition.id(), TableFormat.XLSX));
        for (Supplier<ConsolidatedTables.TableFile> file : files) {
            assertThatThrownBy(() -> transaction.execute(running -> file.get()))
                    .isInstanceOf(IllegalTransactionStateException.class);
            assertThat(file.get().bytes()).isNotEmpty();
        }
    }

    @Test
    void aSignedFileWithTheFrozenWordsIsTheSameAndAChangedFigureIsFound() {
        answer(entered(2).getFirst(), Outcome.ACCEPT, "Tiếp thu trong 05 ngày.");
        Edition edition = signed();
        byte[] pdf = editions.file(secretary, edition.id(), TableFormat.PDF).bytes();

        Edition same =
                editions.attach(secretary, edition.id(), edition.version(), new UploadedFile("da-ky.pdf", pdf, ""));

        assertThat(likeness(same)).isEqualTo(new Edition.Likeness(List.of(), List.of()));
        assertThat(editions.signedFile(secretary, edition.id()).bytes()).isEqualTo(pdf);
        byte[] other = TableFormat.DOCX.write(changed(editions.table(secretary, edition.id())));
        Edition differs =
                editions.attach(secretary, edition.id(), same.version(), new UploadedFile("da-ky.docx", other, ""));
        assertThat(likeness(differs)).isEqualTo(new Edition.Likeness(List.of("05"), List.of("07")));
    }

    private static Edition.Likeness likeness(Edition edition) {
        return Objects.requireNonNull(Objects.requireNonNull(edition.signed()).likeness());
    }

    private static ConsolidatedTable changed(ConsolidatedTable table) {
        return new ConsolidatedTable(
                table.heading(),
                table.opening(),
                table.sections().stream()
                        .map(section -> new ConsolidatedTable.Section(
                                section.title(),
                                section.rows().stream()
                                        .map(row -> new ConsolidatedTable.Row(
                                                row.place(),
                                                row.opinions(),
                                                row.answer().replace("05", "07")))
                                        .toList()))
                        .toList(),
                table.signature(),
                table.madeOn(),
                table.footNote());
    }

    @Test
    void aFileIsKeptOnlyOfWhatHasNumberAndDate() {
        entered(1);
        Edition edition = frozen();
        assertThat(Refused.by(() -> editions.attach(
                        secretary,
                        edition.id(),
                        1,
                        new UploadedFile("a.txt", "Lời".getBytes(StandardCharsets.UTF_8), ""))))
                .isEqualTo("409 EDITION_NOT_SIGNED");
    }

    @Test
    void ofSeveralWhoFreezeAtOnceOneIsFirst() throws Exception {
        entered(1);
        assertThat(atOnce(6, () -> editions.freeze(secretary, round.id(), null, 0)))
                .containsOnlyOnce("done")
                .containsOnly("done", "412 STALE");
        assertThat(editions.of(secretary, round.id())).hasSize(1);
    }

    @Test
    void ofSeveralWhoMoveItAtOnceOneIsFirst() throws Exception {
        entered(1);
        Edition edition = frozen();
        List<String> outcomes =
                atOnce(6, () -> editions.move(secretary, edition.id(), 1, EditionState.SUBMITTED, null, null));
        assertThat(outcomes).containsOnlyOnce("done");
        assertThat(outcomes).isSubsetOf("done", "412 STALE", "409 EDITION_STATE");
        assertThat(editions.get(secretary, edition.id()).version()).isEqualTo(2);
    }

    private static List<String> atOnce(int many, Runnable deed) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(many);
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Future<String>> running = IntStream.range(0, many)
                    .mapToObj(n -> threads.submit(() -> {
                        barrier.await();
                        try {
                            return Refused.by(deed::run);
                        } catch (AssertionError nothingRefused) {
                            return "done";
                        }
                    }))
                    .toList();
            return running.stream().map(EditionsTest::got).toList();
        }
    }

    private static String got(Future<String> one) {
        try {
            return one.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void theSumsOfTheTableAreThoseOfItsRowsWhileOthersAnswer() throws Exception {
        List<PointId> ids = entered(12);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> answering = threads.submit(() -> ids.forEach(id -> answer(id, Outcome.ACCEPT, "Tiếp thu.")));
            while (!answering.isDone()) {
                ConsolidatedTable table = tables.table(secretary, round.id(), null);
                long answered = table.sections().stream()
                        .flatMap(section -> section.rows().stream())
                        .filter(row -> !row.answer().isEmpty())
                        .count();
                assertThat(table.opening().opinions().accepted()).isEqualTo((int) answered);
            }
            answering.get();
        }
    }

    @Test
    void theStatementsDoNotGrowWithTheRows() {
        entered(2);
        points.of(secretary, round.id());
        int few = StatementCounter.count(() -> tables.table(secretary, round.id(), null));
        entered(40);
        points.of(secretary, round.id());
        assertThat(StatementCounter.count(() -> tables.table(secretary, round.id(), null)))
                .isEqualTo(few);
    }

    @Test
    void onlyTheSecretariatFreezes() {
        entered(1);
        Person member = committee.person(Role.MEMBER);
        assertThat(Refused.by(() -> editions.freeze(member, round.id(), null, 0)))
                .startsWith("404");
        Person chair = committee.person(Role.CHAIR);
        assertThat(Refused.by(() -> editions.freeze(chair, round.id(), null, 0)))
                .isEqualTo("403 FORBIDDEN");
    }
}
