package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;

/** Several people work on the same points at the same moment: one comes first, the others are told so. */
@IntegrationTest
class PointsAtOnceTest {

    private static final String GROUP = "SELECT FROM issue_group WHERE id = :id";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    PointGroups groups;

    @Autowired
    Standstill standstill;

    private Person secretary;
    private VersionId draft;
    private Round round;

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

    private Point now(PointId id) {
        return points.get(secretary, id);
    }

    private Runnable answering(PointId id, Outcome outcome, String words) {
        int version = now(id).version();
        return () -> points.answer(secretary, id, version, outcome, words, null);
    }

    private Runnable grouping(List<PointId> ids) {
        return () -> groups.group(secretary, round.id(), "", ids, null);
    }

    private void reasonsStand() {
        assertThat(points.of(secretary, round.id()))
                .filteredOn(point -> point.outcome() != null && point.outcome().needsReason())
                .allSatisfy(point -> assertThat(point.answer()).isNotBlank());
    }

    @Test
    void ofTwelveWhoAnswerInOneGroupOneIsFirst() {
        List<PointId> ids = entered(12);
        GroupId group = groups.group(secretary, round.id(), "", ids, null);
        List<Runnable> changes = ids.stream()
                .map(id -> answering(id, Outcome.KEEP, "Lý do của " + id))
                .toList();
        List<String> outcomes = standstill.of(GROUP, group.value(), changes);
        assertThat(outcomes).containsOnlyOnce("done").containsOnly("done", "412 STALE");
        assertThat(points.of(secretary, round.id()))
                .filteredOn(point -> point.outcome() == Outcome.KEEP)
                .hasSize(1);
        reasonsStand();
    }

    @Test
    void ofTwoWhoAnswerAWholeGroupOneIsFirstAndNothingIsHalfDone() {
        List<PointId> ids = entered(3);
        GroupId group = groups.group(secretary, round.id(), "", ids, null);
        Map<PointId, Integer> seen =
                ids.stream().collect(Collectors.toMap(Function.identity(), id -> now(id).version()));
        List<String> outcomes = standstill.of(
                GROUP,
                group.value(),
                List.of(
                        () -> points.answerAll(secretary, group, seen, Outcome.KEEP, "Lý do thứ nhất", null),
                        () -> points.answerAll(secretary, group, seen, Outcome.ACCEPT, "Lý do thứ hai", null),
                        answering(ids.getFirst(), Outcome.NOTED, "Lý do thứ ba")));
        assertThat(outcomes).containsOnlyOnce("done").containsOnly("done", "412 STALE");
        assertThat(ids.stream().map(id -> now(id).answer()).distinct()).hasSize(1);
        reasonsStand();
        Map<PointId, Integer> fewer = Map.of(ids.getFirst(), now(ids.getFirst()).version());
        assertThat(Refused.by(() -> points.answerAll(secretary, group, fewer, Outcome.ACCEPT, "Thiếu", null)))
                .isEqualTo("412 STALE");
    }

    @Test
    void theSameAnswerOfTwoIsTakenFromBoth() {
        List<PointId> ids = entered(2);
        GroupId group = groups.group(secretary, round.id(), "", ids, null);
        answering(ids.getFirst(), Outcome.ACCEPT, "Tiếp thu").run();
        assertThat(standstill.of(
                        GROUP,
                        group.value(),
                        List.of(
                                answering(ids.getFirst(), Outcome.NOTED, "Tiếp thu"),
                                answering(ids.getLast(), Outcome.ACCEPT, "Tiếp thu"))))
                .as("each changes its own point only")
                .containsExactly("done", "done");
    }

    private Runnable placing(PointId id, String path) {
        int version = now(id).version();
        List<ProvisionId> place = List.of(texts.place(draft, path).id());
        return () -> points.place(secretary, id, version, place, place, then -> now(id));
    }

    @Test
    void ofTwoWhoPlaceAPointAndOneWhoAnswersItOneIsFirst() {
        PointId id = entered(1).getFirst();
        List<String> outcomes = standstill.of(
                GROUP,
                now(id).groupId().value(),
                List.of(
                        placing(id, "dieu-1"),
                        placing(id, "dieu-2/khoan-1"),
                        answering(id, Outcome.ACCEPT, "Tiếp thu")));
        assertThat(outcomes).containsOnlyOnce("done").containsOnly("done", "412 STALE");
        assertThat(now(id).version()).isEqualTo(2);
        assertThat(now(id).places()).hasSize(now(id).outcome() == null ? 1 : 0);
    }

    @Test
    void twoGroupingsInOppositeOrderDoNotStopEachOther() {
        List<PointId> ids = entered(6);
        GroupId held = now(ids.get(3)).groupId();
        List<String> outcomes = standstill.of(GROUP, held.value(), List.of(grouping(ids), grouping(ids.reversed())));
        assertThat(outcomes).containsOnlyOnce("done").containsOnly("done", "409 CHANGED_MEANWHILE");
        assertThat(points.of(secretary, round.id()))
                .extracting(Point::groupId)
                .containsOnly(now(ids.getFirst()).groupId());
    }

    @Test
    void twelveGroupingsThatOverlapLeaveEveryPointInOneGroup() {
        List<PointId> ids = entered(13);
        GroupId held = now(ids.get(6)).groupId();
        List<Runnable> changes = IntStream.range(0, 12)
                .mapToObj(n -> grouping(List.of(ids.get(n), ids.get(6), ids.get(n + 1)).stream()
                        .distinct()
                        .toList()))
                .toList();
        assertThat(standstill.of(GROUP, held.value(), changes))
                .contains("done")
                .containsOnly("done", "409 CHANGED_MEANWHILE");
        assertThat(points.of(secretary, round.id())).hasSize(13);
    }

    @Test
    void anAnswerAndAGroupingLeaveNoPointWithoutItsReason() {
        for (int turn = 0; turn < 8; turn++) {
            List<PointId> ids = entered(3);
            GroupId held = now(ids.getFirst()).groupId();
            Runnable keep = answering(ids.getFirst(), Outcome.KEEP, "Lý do");
            Runnable group = grouping(turn % 2 == 0 ? ids : ids.reversed());
            List<String> outcomes =
                    standstill.of(GROUP, held.value(), turn % 3 == 0 ? List.of(group, keep) : List.of(keep, group));
            assertThat(outcomes).contains("done").isSubsetOf("done", "412 STALE", "409 CHANGED_MEANWHILE");
            reasonsStand();
        }
    }

    @Test
    void pointsOfOneMomentGetNumbersWithoutGaps() {
        Map<Integer, Boolean> seen = new ConcurrentHashMap<>();
        List<Runnable> sending =
                Stream.<Runnable>generate(() -> () -> entered(3)).limit(10).toList();
        standstill.of("SELECT FROM round WHERE id = :id", round.id().value(), sending);
        points.of(secretary, round.id()).forEach(point -> seen.put(point.number(), true));
        assertThat(seen.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 30).boxed().toList());
    }
}
