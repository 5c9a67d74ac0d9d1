package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;

/** Points are given to people of the secretariat; each finds what is theirs, and of two who give at once one is first. */
@IntegrationTest
class PointAssigningTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    PointAssigning assigning;

    @Autowired
    DeskReading desk;

    @Autowired
    Standstill standstill;

    private Person secretary;
    private Person owner;
    private Unit unit;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        unit = committee.unit();
        VersionId draft = texts.published(owner, committee.sealed(owner));
        round = committee.round(draft).asking(unit).open(secretary);
    }

    private PointId entered(Round in, String path, String words) {
        VersionId draft = in.drafts().getFirst();
        return points.enter(
                        secretary,
                        in.id(),
                        List.of(new NewPoint(
                                draft,
                                null,
                                null,
                                CommentKind.EDIT,
                                words,
                                null,
                                SourceKind.LETTER,
                                "",
                                List.of(texts.place(draft, path).id()),
                                false,
                                false)))
                .getFirst();
    }

    @Test
    void whatIsGivenToSomebodyIsAllThatTheySeeAsTheirs() {
        Person colleague = committee.person(Role.SECRETARIAT);
        PointId theirs = entered(round, "dieu-1", "Một");
        entered(round, "dieu-1", "Hai");
        entered(round, "dieu-2/khoan-1", "Ba");
        assertThat(desk.places(colleague, round, true)).isEmpty();
        assigning.assign(
                secretary,
                round.id(),
                Map.of(theirs, points.get(secretary, theirs).version()),
                colleague.id());
        assertThat(points.get(secretary, theirs).assignee()).isEqualTo(colleague.username());
        assertThat(desk.places(colleague, round, true))
                .singleElement()
                .satisfies(place -> assertThat(place.points()).isEqualTo(1))
                .satisfies(place -> assertThat(desk.groups(colleague, round.id(), place.key(), true))
                        .hasSize(1));
        assertThat(desk.places(colleague, round, false)).hasSize(2);
        assigning.assign(
                secretary,
                round.id(),
                Map.of(theirs, points.get(secretary, theirs).version()),
                null);
        assertThat(desk.places(colleague, round, true)).isEmpty();
    }

    @Test
    void onlyTheSecretariatGivesAndIsGivenWhatItHasSeen() {
        PointId point = entered(round, "dieu-1", "Một");
        Map<PointId, Integer> seen = Map.of(point, 1);
        Map<PointId, Integer> stale = Map.of(point, 7);
        assertThat(Refused.by(() -> assigning.assign(secretary, round.id(), seen, owner.id())))
                .isEqualTo("422 ASSIGNEE_UNKNOWN");
        assertThat(Refused.by(() -> assigning.assign(secretary, round.id(), stale, secretary.id())))
                .isEqualTo("412 STALE");
        assertThat(Refused.by(() -> assigning.assign(owner, round.id(), seen, secretary.id())))
                .isEqualTo("404 NOT_FOUND");
        Round other = committee.round(round.drafts().getFirst()).open(secretary);
        assertThat(Refused.by(() -> assigning.assign(secretary, other.id(), seen, secretary.id())))
                .isEqualTo("404 NOT_FOUND");
    }

    @Test
    void ofTwoWhoGiveThePointAtOnceOneIsFirst() {
        PointId point = entered(round, "dieu-1", "Một");
        Point now = points.get(secretary, point);
        Map<PointId, Integer> seen = Map.of(point, now.version());
        Person colleague = committee.person(Role.SECRETARIAT);
        assertThat(standstill.of(
                        "SELECT FROM issue_group WHERE id = :id",
                        now.groupId().value(),
                        List.of(
                                () -> assigning.assign(secretary, round.id(), seen, colleague.id()),
                                () -> points.answer(
                                        colleague, point, now.version(), Outcome.ACCEPT, "Tiếp thu", null))))
                .containsExactlyInAnyOrder("done", "412 STALE");
    }
}
