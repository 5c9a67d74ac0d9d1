package vn.gopy.consolidation.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.print.TablePrint.State;
import vn.gopy.consolidation.table.ConsolidatedTables;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;
import vn.gopy.shared.AdjustableClock;

/** A short table is a PDF file at once; a long one is written by a job, once for what it says, and kept for who asked. */
@IntegrationTest
class TablePrintsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    TablePrints prints;

    @Autowired
    TablePrintJob job;

    @Autowired
    ConsolidatedTables tables;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Person secretary;
    private Round round;
    private VersionId draft;

    @BeforeEach
    void world() {
        jdbc.sql("DELETE FROM table_print").update();
        secretary = committee.person(Role.SECRETARIAT);
        round = round();
    }

    private Round round() {
        Person owner = committee.person(Role.MEMBER);
        draft = texts.published(owner, committee.sealed(owner));
        return committee.round(draft).asking(owner).open(secretary);
    }

    private List<PointId> entered(Round about, int many) {
        return points.enter(
                secretary,
                about.id(),
                IntStream.rangeClosed(1, many)
                        .mapToObj(n -> new NewPoint(
                                draft,
                                null,
                                null,
                                CommentKind.EDIT,
                                "Ý kiến thứ " + n,
                                null,
                                SourceKind.LETTER,
                                "",
                                List.of(),
                                true,
                                false))
                        .toList());
    }

    private static String head(byte[] file) {
        return new String(file, 0, 5, StandardCharsets.US_ASCII);
    }

    @Test
    void aShortTableIsWrittenAtOnce() {
        entered(round, 3);
        TablePrint print = prints.ask(secretary, round.id(), null);

        assertThat(print.state()).isEqualTo(State.DONE);
        assertThat(prints.file(secretary, round.id(), print.sha256()).fileName())
                .endsWith(".pdf");
        assertThat(head(prints.file(secretary, round.id(), print.sha256()).bytes()))
                .isEqualTo("%PDF-");
    }

    @Test
    void aLongTableIsWrittenByTheJobWhichTellsHowFarItIs() {
        entered(round, TablePrints.SHORT + 1);
        TablePrint print = prints.ask(secretary, round.id(), null);
        assertThat(print.said()).isEqualTo(TablePrints.SHORT + 1);

        job.run(print.sha256());

        TablePrint written = prints.get(secretary, round.id(), print.sha256());
        assertThat(written.state()).isEqualTo(State.DONE);
        assertThat(written.written()).isEqualTo(written.said());
        assertThat(head(prints.file(secretary, round.id(), print.sha256()).bytes()))
                .isEqualTo("%PDF-");
    }

    @Test
    void theSameTableIsOnePrintWhoeverAsksAndAnotherOneAfterAnAnswer() {
        PointId point = entered(round, 3).getFirst();
        Person other = committee.person(Role.SECRETARIAT);
        TablePrint print = prints.ask(secretary, round.id(), null);

        assertThat(prints.ask(other, round.id(), null).sha256()).isEqualTo(print.sha256());
        points.answer(secretary, point, points.get(secretary, point).version(), Outcome.ACCEPT, "Tiếp thu.", null);
        assertThat(prints.ask(secretary, round.id(), null).sha256()).isNotEqualTo(print.sha256());
    }

    @Test
    void whoDidNotAskOrMayNotListThePointsTakesNothingAway() {
        entered(round, 3);
        String print = prints.ask(secretary, round.id(), null).sha256();

        Person other = committee.person(Role.SECRETARIAT);
        Round another = round();
        assertThat(Refused.by(() -> prints.file(other, round.id(), print))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> prints.file(secretary, another.id(), print)))
                .isEqualTo("404 NOT_FOUND");
        jdbc.sql("UPDATE table_print_reader SET person_id = :other")
                .param("other", committee.person(Role.MEMBER).id().value())
                .update();
        assertThat(Refused.by(() -> prints.file(secretary, round.id(), print))).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void whoMayNoLongerListThePointsTakesNothingAwayThoughAskedFor() {
        entered(round, 3);
        String print = prints.ask(secretary, round.id(), null).sha256();
        Person member = committee.person(Role.MEMBER);
        jdbc.sql("UPDATE table_print_reader SET person_id = :member")
                .param("member", member.id().value())
                .update();

        assertThat(Refused.by(() -> prints.file(member, round.id(), print))).isIn("404 NOT_FOUND", "403 FORBIDDEN");
    }

    @Test
    void aDayAfterItWasLastAskedForItIsGone() {
        entered(round, 3);
        String print = prints.ask(secretary, round.id(), null).sha256();
        Round another = round();
        entered(another, 1);

        clock.at(clock.instant().plus(Duration.ofHours(25)), () -> prints.ask(secretary, another.id(), null));
        assertThat(Refused.by(() -> prints.file(secretary, round.id(), print))).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void itIsGoneAlsoWhereNobodyAsksForAnotherOne() {
        entered(round, 3);
        prints.ask(secretary, round.id(), null);
        prints.sweep();
        assertThat(kept()).isEqualTo(1);

        clock.at(clock.instant().plus(Duration.ofHours(25)), () -> {
            prints.sweep();
            return "";
        });
        assertThat(kept()).isZero();
    }

    private int kept() {
        return jdbc.sql("SELECT count(*) FROM table_print WHERE round_id = :round")
                .param("round", round.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void twoWhoAskAtTheSameMomentHaveItWrittenOnce() throws Exception {
        entered(round, TablePrints.SHORT + 1);
        Person other = committee.person(Role.SECRETARIAT);
        points.of(secretary, round.id());
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<TablePrint>> asked = new ArrayList<>();
            for (Person person : List.of(secretary, other)) {
                asked.add(both.submit(() -> {
                    together.await();
                    return prints.ask(person, round.id(), null);
                }));
            }
            assertThat(asked.getFirst().get().sha256())
                    .isEqualTo(asked.getLast().get().sha256());
        }
        assertThat(jdbc.sql("SELECT count(*) FROM table_print")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aThirdLongOneIsRefusedWhileTwoAreWritten() {
        for (int n = 0; n < TablePrints.MOST_AT_ONCE; n++) {
            jdbc.sql("INSERT INTO table_print (sha256, round_id, name, content, state, said, asked_at) "
                            + "VALUES (:n, :round, 'x', '', 'WAITING', 1, now())")
                    .param("n", "waiting " + n)
                    .param("round", round.id().value())
                    .update();
        }
        entered(round, TablePrints.SHORT + 1);
        assertThat(Refused.by(() -> prints.ask(secretary, round.id(), null))).isEqualTo("429 PRINTS_WAIT");

        jdbc.sql("UPDATE table_print SET state = 'FAILED'").update();
        assertThat(prints.ask(secretary, round.id(), null).state()).isNotEqualTo(State.FAILED);
    }

    @Test
    void whatWasGivenUpIsTriedAgainWhenAskedAgain() {
        entered(round, TablePrints.SHORT + 1);
        String print = prints.ask(secretary, round.id(), null).sha256();
        String content = JsonMapper.shared().writeValueAsString(tables.table(secretary, round.id(), null));
        jdbc.sql("UPDATE table_print SET state = 'FAILED', file = NULL, content = :content")
                .param("content", content)
                .update();
        assertThat(prints.get(secretary, round.id(), print).state()).isEqualTo(State.FAILED);

        assertThat(prints.ask(secretary, round.id(), null).state()).isNotEqualTo(State.FAILED);
        job.run(print);
        assertThat(prints.get(secretary, round.id(), print).state()).isEqualTo(State.DONE);
    }
}
