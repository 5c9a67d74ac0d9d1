package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.PointAccess;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;

/** The table of a round is approved by whom the secretariat has chosen, by name or by post, and by nobody else. */
@IntegrationTest
class ApproverTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Approvers approvers;

    @Autowired
    Dossiers dossiers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Turns turns;

    private Person secretary;
    private Dossier dossier;
    private VersionId draft;
    private Unit unit;
    private Person head;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        dossier = committee.sealed(secretary);
        draft = texts.published(secretary, dossier);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        round = committee.round(draft).asking(committee.unit()).open(secretary);
    }

    private Round choose(Approver approver) {
        return round = approvers.choose(secretary, round.id(), OptionalInt.of(round.version()), approver);
    }

    private boolean knows(Person person) {
        return !rounds.known(person, List.of(round.id())).isEmpty();
    }

    @Test
    void whereNobodyIsChosenTheChairApprovesOrTheHeadOfWhoMakesTheTable() {
        assertThat(round.approver()).isEqualTo(new Approver.Chair());
        assertThat(Approver.usual(unit.id())).isEqualTo(new Approver.HeadOf(unit.id()));
    }

    @Test
    void theHeadKnowsOfTheRoundReadsItsDraftAndAfterClosingItsTable() {
        assertThat(knows(head)).isFalse();

        choose(new Approver.HeadOf(unit.id()));

        assertThat(round.approver().is(head)).isTrue();
        assertThat(knows(head)).isTrue();
        assertThat(dossiers.mayRead(head, dossier.id())).isTrue();
        assertThat(approvers.present(round)).containsExactly(head);
        assertThat(PointAccess.lists(head, round, round.closes().minusMillis(1)))
                .isFalse();
        assertThat(PointAccess.lists(head, round, round.closes())).isTrue();
    }

    @Test
    void staffOfTheUnitDoNotApproveAndWhoLeavesThePostApprovesNoMore() {
        Person staff = committee.in(unit, UnitRole.STAFF);
        choose(new Approver.HeadOf(unit.id()));
        assertThat(round.approver().is(staff)).isFalse();
        assertThat(knows(staff)).isFalse();

        committee.leaveUnits(head);

        assertThat(round.approver().is(committee.again(head))).isFalse();
        assertThat(approvers.present(round)).isEmpty();
    }

    @Test
    void whoWasToApproveBeforeReadsNoMoreThanTheRoundGaveOtherwise() {
        Person asked = committee.person(Role.MEMBER);
        Person other = committee.person(Role.MEMBER);
        round = committee.round(draft).asking(asked).open(secretary);
        choose(new Approver.Named(asked.id()));
        choose(new Approver.Named(other.id()));
        assertThat(knows(asked)).isTrue();
        assertThat(dossiers.mayRead(asked, dossier.id())).isTrue();

        choose(new Approver.Chair());

        assertThat(knows(other)).isFalse();
        assertThat(dossiers.mayRead(other, dossier.id())).isFalse();
    }

    @Test
    void onlyTheSecretariatChoosesAndOnlyOneWhoCanApprove() {
        Person chair = committee.person(Role.CHAIR);
        Person administrator = committee.person(Role.ADMINISTRATOR);
        Person gone = committee.person(Role.MEMBER);
        committee.disable(gone);

        assertThat(Refused.by(
                        () -> approvers.choose(chair, round.id(), OptionalInt.empty(), new Approver.Named(chair.id()))))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> approvers.choose(head, round.id(), OptionalInt.empty(), null)))
                .isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> choose(new Approver.Named(administrator.id()))))
                .isEqualTo("422 PERSON_UNKNOWN");
        assertThat(Refused.by(() -> choose(new Approver.Named(gone.id())))).isEqualTo("422 PERSON_UNKNOWN");
        assertThat(round.approver()).isEqualTo(new Approver.Chair());
    }

    @Test
    void ofTwoWhoChooseAtOnceTheSecondIsTold() {
        OptionalInt seen = OptionalInt.of(round.version());
        Person second = committee.person(Role.SECRETARIAT);

        assertThat(turns.of(
                        () -> approvers.choose(secretary, round.id(), seen, new Approver.Named(secretary.id())),
                        () -> approvers.choose(second, round.id(), seen, new Approver.Named(second.id()))))
                .containsExactly("done", "412 STALE");
        assertThat(rounds.get(secretary, round.id()).approver()).isEqualTo(new Approver.Named(secretary.id()));
    }

    @Test
    void whatWasSeenBeforeTheDeadlineMovedIsTold() {
        OptionalInt seen = OptionalInt.of(round.version());

        assertThat(turns.of(
                        () -> rounds.extend(
                                secretary, round.id(), round.closesAt().plus(Duration.ofDays(1)), "Chờ"),
                        () -> approvers.choose(secretary, round.id(), seen, new Approver.Named(secretary.id()))))
                .containsExactly("done", "412 STALE");
    }

    @Test
    void theRuleIsTheSameInSqlForWhoeverAsks() {
        Random random = new Random(31);
        List<Unit> units = List.of(unit, committee.unit(), committee.unit());
        List<Person> people = List.of(
                head,
                committee.in(units.get(1), UnitRole.HEAD, Role.CHAIR),
                committee.in(units.get(2), UnitRole.STAFF),
                committee.in(units, UnitRole.HEAD),
                committee.person(Role.CHAIR),
                committee.person(Role.MEMBER),
                committee.person(Role.ADMINISTRATOR));
        List<Person> nameable = people.stream().filter(Person::readsContent).toList();
        for (int n = 0; n < 40; n++) {
            Approver wanted = switch (random.nextInt(3)) {
                case 0 -> new Approver.Chair();
                case 1 -> new Approver.HeadOf(units.get(random.nextInt(3)).id());
                default ->
                    new Approver.Named(
                            nameable.get(random.nextInt(nameable.size())).id());
            };
            choose(wanted);
            people.forEach(person -> assertThat(inSql(person))
                    .as("%s, %s", wanted, person)
                    .isEqualTo(round.approver().is(person)));
        }
    }

    private boolean inSql(Person person) {
        Instant now = clock.instant();
        return Objects.requireNonNull(
                jdbc.sql("SELECT EXISTS (SELECT FROM round r WHERE r.id = :id AND " + Approver.APPROVES + ")")
                        .paramSource(Approver.parameters(DossierAccess.parameters(person, now), person)
                                .and("id", round.id()))
                        .query(Boolean.class)
                        .single());
    }
}
