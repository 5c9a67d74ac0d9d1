package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;
import vn.gopy.shared.Refusal;

/** What one did last on the desk can be put back while it stands, step by step; never over what somebody else has done since. */
@IntegrationTest
class DeskUndoTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    PointGroups groups;

    @Autowired
    DeskUndo undo;

    @Autowired
    Standstill standstill;

    private Person secretary;
    private Person colleague;
    private VersionId draft;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        colleague = committee.person(Role.SECRETARIAT);
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
                                List.of(texts.place(draft, "dieu-1").id()),
                                false,
                                false))
                        .toList());
    }

    private Point now(PointId id) {
        return points.get(secretary, id);
    }

    private void answer(Person asker, PointId id, Outcome outcome, String words) {
        points.answer(asker, id, now(id).version(), outcome, words, null);
    }

    private void undoLast(Person asker) {
        undo.undo(asker, round.id(), undo.last(asker, round.id()).orElseThrow().n());
    }

    private Map<PointId, Integer> seen(List<PointId> ids) {
        return ids.stream().collect(Collectors.toMap(Function.identity(), id -> now(id).version()));
    }

    /** All that one can see of the points but their versions and numbers. */
    private List<String> picture() {
        return points.of(secretary, round.id()).stream()
                .map(point -> point.id() + " " + point.groupId() + " " + point.outcome() + " " + point.answer() + " "
                        + point.appliedText() + " " + point.side())
                .sorted()
                .toList();
    }

    @Test
    void anAnswerOfAllIsPutBackWithTheWordsThatStoodBefore() {
        List<PointId> ids = entered(2);
        answer(secretary, ids.getFirst(), Outcome.KEEP, "Lý do X");
        GroupId group = groups.group(secretary, round.id(), "", ids, null);
        List<String> before = picture();
        points.answerAll(secretary, group, seen(ids), Outcome.ACCEPT, "Tiếp thu", "Câu mới");
        assertThat(undo.last(secretary, round.id()).orElseThrow().kind()).isEqualTo(DeskChange.Kind.ANSWER);
        undoLast(secretary);
        assertThat(picture()).isEqualTo(before);
        assertThat(groups.get(secretary, group).former())
                .as("what was undone can be read again")
                .extracting(PointGroup.Former::answer)
                .contains("Tiếp thu");
    }

    @Test
    void oneStepAfterTheOtherLeadsBackToTheBeginning() {
        List<PointId> ids = entered(3);
        List<List<String>> pictures = new ArrayList<>();
        pictures.add(picture());
        GroupId group = groups.group(secretary, round.id(), "Thời hạn", ids.subList(0, 2), null);
        pictures.add(picture());
        groups.takeSides(secretary, group, seen(ids.subList(0, 2)), Map.of(ids.getFirst(), "A", ids.get(1), "B"));
        assertThat(Point.differ(List.of(now(ids.getFirst()), now(ids.get(1))))).isTrue();
        pictures.add(picture());
        answer(secretary, ids.get(1), Outcome.ACCEPT_PART, "Một phần");
        pictures.add(picture());
        groups.ungroup(secretary, group, groups.get(secretary, group).version());
        assertThat(now(ids.getFirst()).side()).isEmpty();
        for (List<String> before : pictures.reversed()) {
            undoLast(secretary);
            assertThat(picture()).isEqualTo(before);
        }
        undoLast(secretary);
        assertThat(picture()).as("their entry is undone too").isEmpty();
        assertThat(undo.last(secretary, round.id())).isEmpty();
    }

    @Test
    void aPointThatIsSplitStandsInItsPartsUntilItIsUndone() {
        PointId whole = points.enter(
                        secretary,
                        round.id(),
                        List.of(new NewPoint(
                                draft,
                                null,
                                null,
                                CommentKind.EDIT,
                                "Sửa thời hạn; bỏ cụm từ thừa.",
                                null,
                                SourceKind.LETTER,
                                "12/CV",
                                List.of(texts.place(draft, "dieu-1").id()),
                                false,
                                false)))
                .getFirst();
        answer(secretary, whole, Outcome.KEEP, "Lý do");
        List<String> before = picture();
        int version = now(whole).version();
        assertThat(Refused.by(() -> points.split(secretary, whole, version, 0, 29)))
                .isEqualTo("422 SPLIT_NOTHING");
        assertThat(Refused.by(() -> points.split(secretary, whole, version - 1, 0, 13)))
                .isEqualTo("412 STALE");
        List<PointId> parts = points.split(secretary, whole, version, 0, 13);
        assertThat(points.of(secretary, round.id()))
                .extracting(Point::text)
                .containsExactlyInAnyOrder("Sửa thời hạn;", "bỏ cụm từ thừa.");
        assertThat(parts).allSatisfy(part -> {
            assertThat(now(part).sourceRef()).isEqualTo("12/CV");
            assertThat(now(part).answer()).isEqualTo("Lý do");
            assertThat(now(part).outcome()).isEqualTo(Outcome.KEEP);
            assertThat(now(part).mainPlace()).isPresent();
        });
        assertThat(Refused.by(() -> now(whole))).isEqualTo("404 NOT_FOUND");
        undoLast(secretary);
        assertThat(picture()).isEqualTo(before);
        assertThat(Refused.by(() -> now(parts.getFirst()))).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void ofASplitAndAnAnswerOfTheSameOneIsFirst() {
        PointId id = entered(1).getFirst();
        int version = now(id).version();
        Map<PointId, Integer> held = seen(List.of(id));
        GroupId group = now(id).groupId();
        assertThat(standstill.of(
                        "SELECT FROM issue_group WHERE id = :id",
                        group.value(),
                        List.of(
                                () -> points.split(secretary, id, version, 0, 3),
                                () -> points.answerAll(colleague, group, held, Outcome.KEEP, "Lý do", null))))
                .containsOnlyOnce("done");
    }

    @Test
    void whatSomebodyElseHasDoneSinceIsNotGoneOver() {
        List<PointId> ids = entered(2);
        answer(secretary, ids.getFirst(), Outcome.ACCEPT, "Tiếp thu");
        answer(colleague, ids.getFirst(), Outcome.NOTED, "Ghi nhận");
        assertThat(Refused.by(() -> undoLast(secretary))).isEqualTo("409 CHANGED_MEANWHILE");
        assertThat(now(ids.getFirst()).answer()).isEqualTo("Ghi nhận");
        undoLast(colleague);
        undoLast(secretary);
        assertThat(now(ids.getFirst()).outcome()).isNull();
    }

    @Test
    void ofAGroupThatWasUndoneNobodyLosesTheReasonItNeeds() {
        List<PointId> ids = entered(3);
        groups.group(secretary, round.id(), "", ids.subList(0, 2), null);
        answer(secretary, ids.getFirst(), Outcome.KEEP, "Lý do");
        groups.group(secretary, round.id(), "", List.of(ids.getFirst(), ids.get(2)), null);
        answer(colleague, ids.get(1), Outcome.NOTED, "");
        assertThat(Refused.by(() -> undoLast(secretary))).isEqualTo("409 CHANGED_MEANWHILE");
        assertThat(now(ids.getFirst()).answer()).isEqualTo("Lý do");
    }

    @Test
    void onlyTheLastIsUndoneAndOnlyOnce() {
        PointId id = entered(1).getFirst();
        answer(secretary, id, Outcome.ACCEPT, "Một");
        long first = undo.last(secretary, round.id()).orElseThrow().n();
        answer(secretary, id, Outcome.ACCEPT, "Hai");
        assertThat(Refused.by(() -> undo.undo(secretary, round.id(), first))).isEqualTo("412 STALE");
        long second = undo.last(secretary, round.id()).orElseThrow().n();
        List<String> outcomes = standstill.of(
                "SELECT FROM issue_group WHERE id = :id",
                now(id).groupId().value(),
                List.of(
                        () -> undo.undo(secretary, round.id(), second),
                        () -> undo.undo(secretary, round.id(), second)));
        assertThat(outcomes).containsExactlyInAnyOrder("done", "412 STALE");
        assertThat(now(id).answer()).isEqualTo("Một");
    }

    @Test
    void ofAnUndoingAndAnAnswerOfTheSameOneIsFirst() {
        for (int turn = 0; turn < 4; turn++) {
            PointId id = entered(1).getFirst();
            answer(secretary, id, Outcome.ACCEPT, "Một");
            long n = undo.last(secretary, round.id()).orElseThrow().n();
            int version = now(id).version();
            Runnable back = () -> undo.undo(secretary, round.id(), n);
            Runnable other = () -> points.answer(colleague, id, version, Outcome.KEEP, "Lý do", null);
            List<String> outcomes = standstill.of(
                    "SELECT FROM issue_group WHERE id = :id",
                    now(id).groupId().value(),
                    turn % 2 == 0 ? List.of(back, other) : List.of(other, back));
            assertThat(outcomes).containsOnlyOnce("done");
            assertThat(now(id).outcome()).isIn(null, Outcome.KEEP);
        }
    }

    @Test
    void itIsForTheSecretariat() {
        entered(1);
        Person chair = committee.person(Role.CHAIR);
        Person member = committee.person(Role.MEMBER);
        assertThat(Refused.by(() -> undo.last(chair, round.id()))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> undo.undo(chair, round.id(), 1))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> undo.undo(member, round.id(), 1))).isEqualTo("404 NOT_FOUND");
    }

    /** Whatever one does in whatever order: undoing gives exactly what stood before, and what is refused changes nothing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noSequenceOfChangesAndUndoingsGoesWrong(long seed) {
        Random random = new Random(seed);
        List<PointId> all = entered(6);
        long entry = undo.last(secretary, round.id()).orElseThrow().n();
        Map<Long, List<String>> before = new HashMap<>();
        int undone = 0;
        for (int step = 0; step < 50; step++) {
            List<String> picture = picture();
            long last = undo.last(secretary, round.id()).orElseThrow().n();
            if (random.nextInt(3) == 0 && last != entry) {
                undo.undo(secretary, round.id(), last);
                assertThat(picture()).as("seed %s, step %s", seed, step).isEqualTo(before.get(last));
                undone++;
            } else if (changed(all, random, "Lời " + step)) {
                before.put(undo.last(secretary, round.id()).orElseThrow().n(), picture);
            } else {
                assertThat(picture()).as("seed %s, step %s", seed, step).isEqualTo(picture);
                assertThat(undo.last(secretary, round.id()).orElseThrow().n()).isEqualTo(last);
            }
        }
        assertThat(undone).isGreaterThan(5);
    }

    private boolean changed(List<PointId> all, Random random, String said) {
        List<PointId> some = new ArrayList<>(all);
        Collections.shuffle(some, random);
        PointId one = some.getFirst();
        String words = random.nextInt(3) == 0 ? "" : said;
        try {
            switch (random.nextInt(3)) {
                case 0 -> answer(secretary, one, Outcome.values()[random.nextInt(7)], words);
                case 1 -> groups.group(secretary, round.id(), "", some.subList(0, 1 + random.nextInt(3)), one);
                default -> {
                    GroupId group = now(one).groupId();
                    groups.ungroup(
                            secretary, group, groups.get(secretary, group).version());
                }
            }
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }
}
