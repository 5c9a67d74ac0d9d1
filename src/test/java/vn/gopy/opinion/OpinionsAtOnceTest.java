package vn.gopy.opinion;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.draft.Audience.INVITED;
import static vn.gopy.draft.Discussion.SEALED;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.Points;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.StructureChecks;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.Repair.Spot;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.ReplyState;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;

/**
 * Two who do something to the same opinions in the same moment. The first stands before its commit until the second waits
 * for it in the database; whichever comes first, what was said and what counts are the same words.
 */
@IntegrationTest
class OpinionsAtOnceTest {

    private static final int CLAUSE_2 = 6;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    StructureChecks checks;

    @Autowired
    Comments comments;

    @Autowired
    Composing composing;

    @Autowired
    Sending sending;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Points points;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private Person secretary;
    private Person owner;
    private Person head;
    private Person staff;
    private Unit unit;
    private VersionId draft;
    private Round round;
    private ProvisionId clause;

    @BeforeEach
    void scene() {
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        draft = texts.published(owner, committee.dossier(owner, INVITED, SEALED));
        round = committee.round(draft).asking(unit).open(secretary);
        clause = texts.place(draft, "dieu-2/khoan-2").id();
        replies.putAll(staff, round.id(), unit.code(), Position.AGREE_WITH, "");
    }

    private Comment prepared() {
        return composing.create(
                staff, clause, NewComment.of(CommentKind.EDIT, "cũ").forUnit(unit.code()));
    }

    /** How the second ends that has to wait for the first: "done", or the code of its refusal. */
    private String second(ThrowingCallable first, ThrowingCallable second) {
        AtomicReference<CompletableFuture<String>> waiting = new AtomicReference<>();
        transaction.executeWithoutResult(status -> {
            run(first);
            long before = waiters();
            waiting.set(CompletableFuture.supplyAsync(() -> outcome(second), Thread.ofVirtual()::start));
            awaitMoreThan(before);
        });
        try {
            return waiting.get().get(30, SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String outcome(ThrowingCallable call) {
        AtomicReference<Throwable> failed = new AtomicReference<>();
        try {
            call.call();
            return "done";
        } catch (Throwable thrown) {
            failed.set(thrown);
        }
        return Refused.by(() -> {
            throw failed.get();
        });
    }

    private static void run(ThrowingCallable call) {
        try {
            call.call();
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }

    private void awaitMoreThan(long before) {
        long end = System.nanoTime() + SECONDS.toNanos(60);
        while (waiters() <= before) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** In this database those who wait for a row that this transaction holds. */
    private long waiters() {
        return sql.sql("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND pg_backend_pid() = ANY (pg_blocking_pids(pid))
                """).query(Long.class).single();
    }

    private void edit(Comment comment) {
        composing.edit(staff, comment.id(), comment.version(), CommentKind.EDIT, "MỚI", null);
    }

    private void delete(Comment comment) {
        composing.delete(staff, comment.id(), comment.version());
    }

    private void sendReply() {
        replies.send(head, round.id(), unit.code());
    }

    private void assertThatPointsSayWhatOpinionsSay(String words) {
        assertThat(comments.of(secretary, draft)).singleElement().satisfies(comment -> {
            assertThat(comment.state()).isEqualTo(CommentState.SENT);
            assertThat(comment.text()).isEqualTo(words);
        });
        assertThat(points.of(secretary, round.id())).extracting(Point::text).containsExactly(words);
    }

    @Test
    void theHeadSendsTheWordsThatStaffHaveJustWritten() {
        Comment comment = prepared();
        assertThat(second(() -> edit(comment), this::sendReply)).isEqualTo("done");
        assertThatPointsSayWhatOpinionsSay("MỚI");
    }

    @Test
    void whatTheHeadHasJustSentIsNotChangedAnyMore() {
        Comment comment = prepared();
        assertThat(second(this::sendReply, () -> edit(comment))).isEqualTo("412 STALE");
        assertThatPointsSayWhatOpinionsSay("cũ");
    }

    @Test
    void whatStaffHaveJustDeletedStaysBehindAndTheReplyGoesOut() {
        Comment comment = prepared();
        assertThat(second(() -> delete(comment), this::sendReply)).isEqualTo("done");
        assertThat(points.of(secretary, round.id())).isEmpty();
        assertThat(replies.list(head, round.id()))
                .allSatisfy(answer ->
                        assertThat(answer.reply().orElseThrow().state()).isEqualTo(ReplyState.SENT));
    }

    @Test
    void whatTheHeadHasJustSentIsNotDeletedAnyMore() {
        Comment comment = prepared();
        assertThat(second(this::sendReply, () -> delete(comment))).isEqualTo("412 STALE");
        assertThatPointsSayWhatOpinionsSay("cũ");
    }

    @Test
    void twoWhoSendTheSameOpinionSendItOnce() {
        Comment comment = prepared();
        assertThat(second(
                        () -> sending.send(head, List.of(comment.id())),
                        () -> sending.send(head, List.of(comment.id()))))
                .isEqualTo("409 COMMENT_FROZEN");
        assertThatPointsSayWhatOpinionsSay("cũ");
    }

    @Test
    void nothingIsTakenThatReachesALockedRoundLate() {
        Comment comment = prepared();
        rounds.close(secretary, round.id());
        assertThat(second(() -> rounds.lock(secretary, round.id()), () -> sending.send(head, List.of(comment.id()))))
                .isEqualTo("409 ROUND_LOCKED");
        assertThat(points.of(secretary, round.id())).isEmpty();
    }

    @Test
    void aPlaceThatARepairHasJustTakenAwayTakesNoWords() {
        assertThat(second(this::joinClauses, this::prepared)).isEqualTo("404 NOT_FOUND");
        assertThat(comments.of(staff, draft)).isEmpty();
    }

    @Test
    void aRepairLeavesWordsTheirPlaceThatWereJustWritten() {
        assertThat(second(this::prepared, this::joinClauses)).isEqualTo("422 REPAIR_ORPHANS");
        assertThat(comments.of(staff, draft)).extracting(Comment::provisionId).containsExactly(clause);
    }

    /** The second clause becomes a part of the first one's text. */
    private void joinClauses() {
        checks.apply(
                owner, draft, drafts.get(owner, draft).version(), List.of(new Repair.Merge(Spot.startOf(CLAUSE_2))));
    }
}
