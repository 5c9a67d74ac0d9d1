package vn.gopy.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Comments;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.opinion.Sending;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;

/** Posts with days: begun, ended, handed over, lent; what was written for the unit stays with the unit. */
@IntegrationTest
class TenuresTest {

    @Autowired
    Tenures tenures;

    @Autowired
    Delegations delegations;

    @Autowired
    Accounts accounts;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Sending sending;

    @Autowired
    Comments comments;

    @Autowired
    JdbcClient sql;

    private final LocalDate today = LocalDate.now(Moments.ZONE);
    private Person admin;
    private Unit unit;

    @BeforeEach
    void office() {
        admin = committee.person(Role.ADMINISTRATOR);
        unit = committee.unit();
    }

    private NewTenure staff(LocalDate from, LocalDate to) {
        return new NewTenure(unit.code(), UnitRole.STAFF, "Chuyên viên", from, to);
    }

    private Tenure post(Person person) {
        return tenures.of(admin, person.id()).getFirst();
    }

    @Test
    void aPostIsHeldOnItsDaysOnly() {
        Person later = committee.person();
        Person over = committee.person();
        Person present = committee.person();

        tenures.begin(admin, later, staff(today.plusDays(1), null));
        tenures.begin(admin, over, staff(today.minusDays(5), today));
        Person holder = tenures.begin(admin, present, staff(today, today.plusDays(1)));

        assertThat(committee.again(later).speaksFor(unit.id())).isFalse();
        assertThat(committee.again(over).speaksFor(unit.id())).isFalse();
        assertThat(holder.speaksFor(unit.id())).isTrue();
        assertThat(Refused.by(() -> tenures.begin(admin, holder, staff(today.minusDays(9), null))))
                .as("twice at the same time")
                .isEqualTo("409 TENURE_DOUBLE");
        assertThat(Refused.by(() -> tenures.begin(admin, holder, staff(today, today))))
                .isEqualTo("422 DAYS_TURNED");
        assertThat(Refused.by(() -> tenures.begin(admin, admin, staff(today, null))))
                .isEqualTo("422 ADMINISTRATOR_ALONE");
    }

    @Test
    void theSuccessorGoesOnWithTheDraftsOfTheUnitAndWhoLeftFindsThemNoMore() {
        Person member = committee.person(Role.MEMBER);
        Dossier dossier = committee.sealed(member);
        VersionId draft = texts.published(member, dossier);
        committee.round(draft).asking(unit).open(committee.person(Role.SECRETARIAT));
        Person leaving = committee.in(unit, UnitRole.STAFF);
        Person coming = committee.person();
        Person head = committee.in(unit, UnitRole.HEAD);
        Comment words = composing.create(
                leaving,
                texts.place(draft, "dieu-1").id(),
                NewComment.of(CommentKind.OTHER, "Nháp của Sở").forUnit(unit.code()));

        Person gone = tenures.handOver(admin, leaving, post(leaving).id(), coming, today);

        Person successor = committee.again(coming);
        assertThat(gone.memberships()).isEmpty();
        assertThat(successor.memberships()).singleElement().returns(UnitRole.STAFF, Membership::role);
        assertThat(Refused.by(() -> comments.of(gone, draft)))
                .as("draft and dossier were the unit's")
                .startsWith("404");
        assertThat(comments.of(successor, draft)).extracting(Comment::id).containsExactly(words.id());
        composing.edit(successor, words.id(), words.version(), CommentKind.EDIT, "Người kế nhiệm sửa", null);
        sending.send(head, List.of(words.id()));
        assertThat(comments.of(head, draft)).extracting(Comment::text).containsExactly("Người kế nhiệm sửa");
        assertThat(tenures.of(admin, gone.id()))
                .as("that it was held stays known")
                .singleElement()
                .returns(today, Tenure::to);
    }

    @Test
    void ofTwoWhoHandOverTheSamePostOneIsTooLate() throws Exception {
        Person leaving = committee.in(unit, UnitRole.HEAD);
        TenureId post = post(leaving).id();
        Person one = committee.person();
        Person other = committee.person();
        CyclicBarrier start = new CyclicBarrier(2);
        List<String> outcomes;
        try (var two = Executors.newFixedThreadPool(2)) {
            var first = two.submit(() -> outcome(start, () -> tenures.handOver(admin, leaving, post, one, today)));
            var second = two.submit(() -> outcome(start, () -> tenures.handOver(admin, leaving, post, other, today)));
            outcomes = List.of(first.get(), second.get());
        }

        assertThat(outcomes).containsExactlyInAnyOrder("done", "STALE");
        assertThat(Stream.of(one, other).map(committee::again).filter(person -> person.heads(unit.id())))
                .hasSize(1);
    }

    @Test
    void twoWhoHandOverToEachOtherDoNotWaitForEachOtherForEver() throws Exception {
        Person one = committee.in(unit, UnitRole.HEAD);
        Unit elsewhere = committee.unit();
        Person other = committee.in(elsewhere, UnitRole.HEAD);
        TenureId first = post(one).id();
        TenureId second = post(other).id();
        CyclicBarrier start = new CyclicBarrier(2);
        List<String> outcomes;
        try (var two = Executors.newFixedThreadPool(2)) {
            var here = two.submit(() -> outcome(start, () -> tenures.handOver(admin, one, first, other, today)));
            var there = two.submit(() -> outcome(start, () -> tenures.handOver(admin, other, second, one, today)));
            outcomes = List.of(here.get(), there.get());
        }

        assertThat(outcomes).containsExactlyInAnyOrder("done", "STALE");
    }

    private static String outcome(CyclicBarrier start, Callable<?> work) throws Exception {
        start.await();
        try {
            work.call();
            return "done";
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    @Test
    void whatIsWrongAboutAHandOverChangesNothing() {
        Person leaving = committee.in(unit, UnitRole.HEAD);
        TenureId post = post(leaving).id();
        Person admin2 = committee.person(Role.ADMINISTRATOR);

        assertThat(Refused.by(() -> tenures.handOver(admin, leaving, post, leaving, today)))
                .isEqualTo("422 SUCCESSOR_SAME");
        assertThat(Refused.by(() -> tenures.handOver(admin, leaving, post, admin2, today)))
                .as("an administrator reads no content")
                .isEqualTo("422 ADMINISTRATOR_ALONE");
        assertThat(Refused.by(
                        () -> tenures.handOver(admin, leaving, post, committee.person(), LocalDate.of(2019, 1, 1))))
                .isEqualTo("422 DAYS_TURNED");
        Person other = committee.in(unit, UnitRole.STAFF);
        assertThat(Refused.by(() -> tenures.end(admin, other, post, today)))
                .as("somebody else's post")
                .isEqualTo("404 NOT_FOUND");
        assertThat(committee.again(leaving)).isEqualTo(leaving);
    }

    @Test
    void onlyAnAdministratorChangesPosts() {
        Person holder = committee.in(unit, UnitRole.HEAD);
        TenureId post = post(holder).id();
        for (Person asker : List.of(holder, committee.person(Role.SECRETARIAT), committee.person(Role.CHAIR))) {
            Person other = committee.person();
            Stream.<Callable<?>>of(
                            () -> tenures.begin(asker, holder, staff(today, null)),
                            () -> tenures.end(asker, holder, post, today),
                            () -> tenures.handOver(asker, holder, post, other, today),
                            () -> tenures.of(asker, other.id()))
                    .forEach(act -> assertThat(Refused.by(act::call)).isEqualTo("403 FORBIDDEN"));
        }
    }

    @Test
    void aHeadLendsWhatAHeadMayDoUntilADayAndTakesItBack() {
        Person head = committee.in(unit, UnitRole.HEAD);
        Person deputy = committee.in(unit, UnitRole.STAFF);
        Person stranger = committee.person(Role.MEMBER);

        Tenure lent = delegations.give(head, unit.id(), deputy.id(), today, today.plusDays(3));

        assertThat(committee.again(deputy).heads(unit.id())).isTrue();
        assertThat(committee.again(deputy).headsInPerson(unit.id())).isFalse();
        assertThat(Refused.by(() ->
                        delegations.give(committee.again(deputy), unit.id(), head.id(), today, today.plusDays(1))))
                .as("what was lent is not lent on")
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> delegations.give(head, unit.id(), deputy.id(), today, today.plusDays(9))))
                .isEqualTo("409 DELEGATION_DOUBLE");
        assertThat(Refused.by(() -> delegations.give(head, unit.id(), stranger.id(), today, today.plusDays(9))))
                .isEqualTo("422 DELEGATION_TAKER");
        assertThat(Refused.by(() -> delegations.give(head, unit.id(), deputy.id(), today, today.plusYears(2))))
                .isEqualTo("422 DELEGATION_DAYS");
        assertThat(Refused.by(() -> delegations.takeBack(deputy, lent.id()))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> tenures.handOver(admin, committee.again(deputy), lent.id(), stranger, today)))
                .as("what is lent is not handed over as a post")
                .isEqualTo("404 NOT_FOUND");

        delegations.takeBack(head, lent.id());

        assertThat(committee.again(deputy).heads(unit.id())).isFalse();
        assertThat(committee.again(deputy).speaksFor(unit.id())).isTrue();
        assertThat(delegations.givenBy(head)).isEmpty();
    }

    @Test
    void whatWasLentEndsWithThePostOrTheAccountOfTheGiver() {
        Person head = committee.in(unit, UnitRole.HEAD);
        Person deputy = committee.in(unit, UnitRole.STAFF);
        delegations.give(head, unit.id(), deputy.id(), today, today.plusDays(30));
        Person closed = accounts.close(admin, head);
        assertThat(committee.again(deputy).heads(unit.id()))
                .as("a closed account")
                .isFalse();
        Person again = accounts.open(admin, closed);
        assertThat(committee.again(deputy).heads(unit.id())).isTrue();

        tenures.handOver(admin, again, post(again).id(), committee.person(), today);

        assertThat(committee.again(deputy).heads(unit.id())).as("another head").isFalse();
    }

    @Test
    void namingAPersonAnewDoesNotMakeLentRightsOwnOnes() {
        Person head = committee.in(unit, UnitRole.HEAD);
        Person deputy = committee.in(unit, UnitRole.STAFF);
        delegations.give(head, unit.id(), deputy.id(), today, today.plusDays(30));
        Person seen = committee.again(deputy);

        accounts.change(
                admin,
                seen,
                new ChangedPerson(
                        null,
                        "Tên khác",
                        "",
                        "",
                        Set.of(),
                        seen.memberships().stream()
                                .filter(Membership::own)
                                .map(ChangedPerson.Place::of)
                                .toList()));

        assertThat(sql.sql(
                                "SELECT count(*) FROM unit_membership WHERE person_id = ? AND role = 'HEAD' AND delegated_by IS NULL")
                        .param(deputy.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(committee.again(deputy).heads(unit.id())).isTrue();
    }
}
