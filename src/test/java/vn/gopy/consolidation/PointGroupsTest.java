package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import vn.gopy.shared.SqlParameters;

/** No answer and no reason is lost by grouping, by taking apart or by a blank. */
@IntegrationTest
class PointGroupsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    PointGroups groups;

    @Autowired
    JdbcClient sql;

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
        List<NewPoint> wanted = new ArrayList<>();
        for (int n = 1; n <= many; n++) {
            wanted.add(new NewPoint(
                    draft,
                    null,
                    null,
                    CommentKind.EDIT,
                    "Ý kiến " + n,
                    null,
                    SourceKind.LETTER,
                    "12/SKHCN",
                    List.of(texts.place(draft, "dieu-1").id()),
                    false,
                    false));
        }
        return points.enter(secretary, round.id(), wanted);
    }

    private Point now(PointId id) {
        return points.get(secretary, id);
    }

    private Point answer(PointId id, @Nullable Outcome outcome, String words) {
        return points.answer(secretary, id, now(id).version(), outcome, words, null);
    }

    private GroupId group(List<PointId> ids, @Nullable PointId keep) {
        return groups.group(secretary, round.id(), "Vấn đề", ids, keep);
    }

    @Test
    void theOnlyAnswerOfThePointsIsTheGroups() {
        List<PointId> all = entered(3);
        answer(all.get(1), Outcome.KEEP, "Lý do X");
        GroupId group = group(all, null);
        assertThat(all).allSatisfy(id -> {
            assertThat(now(id).groupId()).isEqualTo(group);
            assertThat(now(id).answer()).isEqualTo("Lý do X");
        });
        assertThat(now(all.get(1)).outcome()).isEqualTo(Outcome.KEEP);
    }

    @Test
    void whereTwoAnswersDifferBothAreToldAndNothingIsGroupedUntilOneIsChosen() {
        List<PointId> two = entered(2);
        answer(two.getFirst(), Outcome.KEEP, "Lý do X");
        answer(two.getLast(), Outcome.ACCEPT_PART, "Lý do Y");
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> group(two, null));
        assertThat(refusal.kind().status() + " " + refusal.code()).isEqualTo("409 ANSWERS_DIFFER");
        assertThat(refusal.details().get("answers"))
                .asList()
                .containsExactly(
                        new PointGroups.Differing(two.getFirst(), "Lý do X"),
                        new PointGroups.Differing(two.getLast(), "Lý do Y"));
        assertThat(now(two.getFirst()).answer()).isEqualTo("Lý do X");

        GroupId group = group(two, two.getLast());
        assertThat(now(two.getFirst()).answer()).isEqualTo("Lý do Y");
        assertThat(groups.get(secretary, group).former())
                .extracting(PointGroup.Former::answer)
                .as("the answer that was not chosen can be read again")
                .containsExactly("Lý do X");
    }

    @Test
    void onlyAnAnswerOfThePointsThemselvesIsKept() {
        List<PointId> three = entered(3);
        answer(three.getFirst(), Outcome.KEEP, "Lý do X");
        answer(three.get(2), Outcome.KEEP, "Lý do Z");
        List<PointId> two = three.subList(0, 2);
        assertThat(Refused.by(() -> group(two, three.get(2)))).isEqualTo("422 KEEP_UNKNOWN");
        assertThat(Refused.by(() -> group(two, three.get(1))))
                .as("a blank takes no reason away")
                .isEqualTo("422 KEEP_UNKNOWN");
    }

    @Test
    void whatAPointLeavesBehindKeepsItsAnswer() {
        List<PointId> three = entered(3);
        answer(three.getFirst(), Outcome.KEEP, "Lý do X");
        group(three.subList(0, 2), null);
        group(List.of(three.get(1), three.get(2)), null);
        assertThat(three).extracting(id -> now(id).answer()).containsOnly("Lý do X");
    }

    @Test
    void aBlankAnswerTakesNobodysReason() {
        List<PointId> two = entered(2);
        group(two, null);
        answer(two.getFirst(), Outcome.KEEP, "Lý do Z");
        assertThat(Refused.by(() -> answer(two.getLast(), Outcome.ACCEPT, " "))).isEqualTo("422 REASON_MISSING");
        assertThat(now(two.getFirst()).answer()).isEqualTo("Lý do Z");
        answer(two.getLast(), Outcome.ACCEPT, "Lý do Z");
        answer(two.getFirst(), Outcome.ACCEPT, "");
        assertThat(now(two.getLast()).answer()).as("nobody needs it any more").isEmpty();
        assertThat(groups.get(secretary, now(two.getFirst()).groupId()).former())
                .extracting(PointGroup.Former::answer)
                .contains("Lý do Z");
    }

    @Test
    void takenApartEachPointHasTheAnswerThatWasShared() {
        List<PointId> two = entered(2);
        GroupId group = group(two, null);
        answer(two.getFirst(), Outcome.KEEP, "Lý do X");
        int version = groups.get(secretary, group).version();
        assertThat(Refused.by(() -> groups.ungroup(secretary, group, version - 1)))
                .isEqualTo("412 STALE");
        groups.ungroup(secretary, group, version);
        assertThat(two).extracting(id -> now(id).answer()).containsOnly("Lý do X");
        assertThat(now(two.getFirst()).groupId())
                .isNotEqualTo(now(two.getLast()).groupId());
        assertThat(Refused.by(() -> groups.get(secretary, group))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> groups.ungroup(secretary, group, version))).isEqualTo("404 NOT_FOUND");
        GroupId alone = now(two.getFirst()).groupId();
        assertThat(Refused.by(() -> groups.ungroup(secretary, alone, 1))).isEqualTo("409 NOT_GROUPED");
    }

    @Test
    void groupsAreForTheSecretariatAndOfOneRound() {
        List<PointId> two = entered(2);
        GroupId group = group(two, null);
        Person chair = committee.person(Role.CHAIR);
        Person member = committee.person(Role.MEMBER);
        assertThat(Refused.by(() -> groups.get(chair, group))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> groups.ungroup(chair, group, 1))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> groups.get(member, group))).isEqualTo("404 NOT_FOUND");
        Round other = committee.round(draft).open(secretary);
        assertThat(Refused.by(() -> groups.group(secretary, other.id(), "", two, null)))
                .isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> group(List.of(), null))).isEqualTo("422 POINTS_MISSING");
        assertThat(Refused.by(() -> groups.group(secretary, round.id(), "x".repeat(501), two, null)))
                .isEqualTo("422 NAME_TOO_LONG");
    }

    @Test
    void theApplicationCanDeleteNeitherGroupsNorWhatStoodInThem() {
        for (String table : List.of("issue_group", "point", "issue_group_history", "point_group_history")) {
            assertThat(catchThrowableOfType(
                            Exception.class,
                            () -> sql.sql("DELETE FROM " + table).update()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    /** Whatever is done in whatever order: reasons stand where they are needed, and every word can be read again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noSequenceOfChangesLosesAReason(long seed) {
        Random random = new Random(seed);
        List<PointId> all = entered(8);
        Set<String> said = new HashSet<>();
        Map<PointId, Outcome> decided = new HashMap<>();
        for (int step = 0; step < 60; step++) {
            PointId one = all.get(random.nextInt(all.size()));
            String before = now(one).answer();
            String refused = "";
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
                    String words = random.nextInt(3) == 0 ? "" : random.nextInt(2) == 0 ? before : "Lời " + step;
                    refused = tried(() -> answer(one, outcome, words));
                    if (refused.isEmpty()) {
                        decided.put(one, outcome);
                        said.add(words);
                    }
                }
                case 2 -> {
                    List<PointId> some = new ArrayList<>(all);
                    Collections.shuffle(some, random);
                    PointId keep = random.nextBoolean() ? one : null;
                    refused = tried(() -> group(some.subList(0, 1 + random.nextInt(4)), keep));
                }
                default -> {
                    PointGroup group = groups.get(secretary, now(one).groupId());
                    refused = tried(() -> groups.ungroup(secretary, group.id(), group.version()));
                }
            }
            assertThat(refused)
                    .isIn("", "409 ANSWERS_DIFFER", "409 NOT_GROUPED", "422 KEEP_UNKNOWN", "422 REASON_MISSING");
            List<Point> standing = points.of(secretary, round.id());
            assertThat(standing).extracting(Point::id).containsExactlyInAnyOrderElementsOf(all);
            assertThat(standing).contains(now(one));
            for (Point point : standing) {
                assertThat(point.outcome()).as("seed %s, step %s", seed, step).isEqualTo(decided.get(point.id()));
                assertThat(point.outcome() != null
                                && point.outcome().needsReason()
                                && point.answer().isBlank())
                        .as("a reason is missing: seed %s, step %s", seed, step)
                        .isFalse();
            }
            assertThat(everyWord()).as("seed %s, step %s", seed, step).containsAll(said);
        }
        assertThat(said).hasSizeGreaterThan(5);
    }

    private static String tried(Runnable change) {
        try {
            change.run();
            return "";
        } catch (Refusal refusal) {
            return refusal.kind().status() + " " + refusal.code();
        }
    }

    /** All that stands, or has stood, as an answer in the round. */
    private Set<String> everyWord() {
        Set<String> words = new HashSet<>(sql.sql("""
                SELECT answer FROM issue_group WHERE round_id = :round
                UNION SELECT h.answer FROM issue_group_history h JOIN issue_group g ON g.id = h.group_id
                WHERE g.round_id = :round
                """)
                .paramSource(SqlParameters.of("round", round.id()))
                .query(String.class)
                .list());
        words.add("");
        return words;
    }
}
