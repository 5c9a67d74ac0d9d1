package vn.gopy.consolidation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.consolidation.IssueGroup.Member;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.SqlParameters;

/**
 * Groups, locked in one order (groups by id, then points by id) before anything of them changes. What a group was called
 * and answered, and where a point has been, is kept.
 */
@Repository
class GroupRepository {

    /** True for a group {@code p.group_id} whose second check is of what it is now. */
    static final String CHECKED =
            "EXISTS (SELECT FROM second_check s WHERE s.group_id = p.group_id AND s.seen = answer_state(s.group_id))";

    private final JdbcClient jdbc;

    GroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose change it is and when. */
    record By(PersonId person, Instant at) {}

    /** The groups with all their points that stand, locked with those withdrawn until the transaction ends. */
    List<IssueGroup> lock(Collection<GroupId> ids) {
        List<IssueGroup> groups = jdbc.sql("""
                SELECT id, version, round_id, title, answer FROM issue_group
                WHERE id = ANY (:ids::uuid[]) ORDER BY id FOR UPDATE
                """)
                .paramSource(SqlParameters.of("ids", ids))
                .query((row, n) -> new IssueGroup(
                        new GroupId(row.getObject("id", UUID.class)),
                        row.getInt("version"),
                        new RoundId(row.getObject("round_id", UUID.class)),
                        row.getString("title"),
                        row.getString("answer"),
                        new ArrayList<>()))
                .list();
        Map<GroupId, IssueGroup> byId = new HashMap<>();
        groups.forEach(group -> byId.put(group.id(), group));
        jdbc.sql("""
                SELECT id, version, group_id, outcome, withdrawn FROM point
                WHERE group_id = ANY (:ids::uuid[]) ORDER BY id FOR UPDATE
                """).paramSource(SqlParameters.of("ids", ids)).query(row -> {
            if (row.getBoolean("withdrawn")) {
                return;
            }
            String outcome = row.getString("outcome");
            Objects.requireNonNull(byId.get(new GroupId(row.getObject("group_id", UUID.class))))
                    .members()
                    .add(new Member(
                            new PointId(row.getObject("id", UUID.class)),
                            row.getInt("version"),
                            outcome == null ? null : Outcome.valueOf(outcome)));
        });
        return groups;
    }

    Optional<IssueGroup> lock(GroupId id) {
        return lock(List.of(id)).stream().findFirst();
    }

    void add(RoundId round, List<GroupId> ids, String title, String answer) {
        jdbc.sql("""
                INSERT INTO issue_group (id, round_id, title, answer)
                SELECT unnest(:ids::uuid[]), :round, :title, :answer
                """)
                .paramSource(SqlParameters.of("ids", ids)
                        .and("round", round)
                        .and("title", title)
                        .and("answer", answer))
                .update();
    }

    /** Gives the group another answer; what it answered before is kept. */
    void answer(IssueGroup group, String answer, By by) {
        keep(group.id(), List.of(group), by);
        requireAll(
                1,
                jdbc.sql("""
                        UPDATE issue_group SET answer = :answer, version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                        .paramSource(SqlParameters.of("id", group.id())
                                .and("version", group.version())
                                .and("answer", answer))
                        .update());
    }

    /** Notes among what stood in the group {@code at} before how these groups are called and answered now. */
    void keep(GroupId at, List<IssueGroup> words, By by) {
        jdbc.sql("""
                INSERT INTO issue_group_history (group_id, from_group, title, answer, until, by_id)
                SELECT :at, id, title, answer, :now, :by FROM issue_group
                WHERE id = ANY (:groups::uuid[]) AND (answer <> '' OR title <> '') ORDER BY id
                """)
                .paramSource(SqlParameters.of("at", at)
                        .and("groups", words.stream().map(IssueGroup::id).toList())
                        .and("now", by.at())
                        .and("by", by.person()))
                .update();
    }

    /** The points show something else than before, though nothing of their own changed. */
    void touch(List<Member> members) {
        if (members.isEmpty()) {
            return;
        }
        requireAll(members.size(), jdbc.sql("""
                        UPDATE point p SET version = p.version + 1
                        FROM unnest(:ids::uuid[], :versions::integer[]) AS seen (id, version)
                        WHERE p.id = seen.id AND p.version = seen.version
                        """).paramSource(seen(members)).update());
    }

    /** Sets on which side points stand that are locked; their versions are another's matter. */
    void setSides(Map<PointId, String> sides) {
        List<PointId> named = List.copyOf(sides.keySet());
        jdbc.sql("""
                UPDATE point p SET side = s.side FROM unnest(:ids::uuid[], :sides::text[]) AS s (id, side) WHERE p.id = s.id
                """)
                .paramSource(SqlParameters.of("ids", named)
                        .and("sides", named.stream().map(sides::get).toList()))
                .update();
    }

    /** Moves each point into the group at the same position, where it stands on no side; where it was before is kept. */
    void move(List<Member> members, List<GroupId> targets, By by) {
        jdbc.sql("""
                INSERT INTO point_group_history (point_id, group_id, until, by_id)
                SELECT id, group_id, :now, :by FROM point WHERE id = ANY (:ids::uuid[]) ORDER BY id
                """)
                .paramSource(seen(members).and("now", by.at()).and("by", by.person()))
                .update();
        requireAll(
                members.size(),
                jdbc.sql("""
                        UPDATE point p SET group_id = seen.group_id, side = '', version = p.version + 1
                        FROM unnest(:ids::uuid[], :versions::integer[], :targets::uuid[]) AS seen (id, version, group_id)
                        WHERE p.id = seen.id AND p.version = seen.version
                        """).paramSource(seen(members).and("targets", targets)).update());
    }

    private static SqlParameters seen(List<Member> members) {
        return SqlParameters.of("ids", members.stream().map(Member::id).toList())
                .and("versions", members.stream().map(Member::version).toList());
    }

    private static void requireAll(int expected, int changed) {
        if (changed != expected) {
            throw Refusal.stale();
        }
    }

    /** The group with its points, as it stands; nothing is locked. */
    Optional<PointGroup> byId(GroupId id) {
        return jdbc.sql("""
                SELECT g.id, g.version, g.round_id, g.title, g.answer,
                       ARRAY(SELECT p.id::text FROM standing_point p WHERE p.group_id = g.id ORDER BY p.id) AS points
                FROM issue_group g WHERE g.id = :id
                """)
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> new PointGroup(
                        new GroupId(row.getObject("id", UUID.class)),
                        row.getInt("version"),
                        new RoundId(row.getObject("round_id", UUID.class)),
                        row.getString("title"),
                        row.getString("answer"),
                        List.of((String[]) row.getArray("points").getArray()).stream()
                                .map(point -> new PointId(UUID.fromString(point)))
                                .toList(),
                        former(id)))
                .optional();
    }

    private List<PointGroup.Former> former(GroupId id) {
        return jdbc.sql("""
                SELECT h.title, h.answer, h.until, p.username AS by FROM issue_group_history h
                       JOIN person p ON p.id = h.by_id
                WHERE h.group_id = :id ORDER BY h.n DESC
                """)
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> new PointGroup.Former(
                        row.getString("title"),
                        row.getString("answer"),
                        row.getTimestamp("until").toInstant(),
                        row.getString("by")))
                .list();
    }

    // ---- second checks

    /** Whether the person has decided one of the points. */
    boolean hasDecided(GroupId group, PersonId person) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM standing_point WHERE group_id = :group AND decided_by = :person)")
                .paramSource(SqlParameters.of("group", group).and("person", person))
                .query(Boolean.class)
                .single();
    }

    /** Notes that the group, which is locked, was checked as it is now. */
    void check(GroupId group, PersonId by, Instant now) {
        jdbc.sql("""
                INSERT INTO second_check (group_id, seen, checked_by, checked_at)
                VALUES (:group, answer_state(:group), :by, :now)
                ON CONFLICT (group_id) DO UPDATE SET version = second_check.version + 1, seen = excluded.seen,
                    checked_by = excluded.checked_by, checked_at = excluded.checked_at
                """)
                .paramSource(SqlParameters.of("group", group).and("by", by).and("now", now))
                .update();
    }

    /** Takes a check back; false where it is not at this version. */
    boolean takeBackCheck(GroupId group, int version) {
        return jdbc.sql("DELETE FROM second_check WHERE group_id = :group AND version = :version")
                        .paramSource(SqlParameters.of("group", group).and("version", version))
                        .update()
                == 1;
    }

    /** The checks that stand of some groups. */
    List<SecondChecks.SecondCheck> checks(Collection<GroupId> groups) {
        return jdbc.sql("""
                SELECT s.group_id, s.version, s.checked_by, trim(p.salutation || ' ' || p.name) AS name, s.checked_at
                FROM second_check s JOIN person p ON p.id = s.checked_by
                WHERE s.group_id = ANY (:groups::uuid[]) AND s.seen = answer_state(s.group_id)
                """)
                .paramSource(SqlParameters.of("groups", groups))
                .query((row, n) -> new SecondChecks.SecondCheck(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getInt("version"),
                        new PersonId(row.getObject("checked_by", UUID.class)),
                        row.getString("name"),
                        row.getTimestamp("checked_at").toInstant()))
                .list();
    }

    /** The numbers of the points whose answers nobody has checked, where anybody checks answers of the round; else none. */
    List<Integer> unchecked(RoundId round) {
        return jdbc.sql("""
                SELECT p.number FROM standing_point p
                WHERE p.round_id = :round AND p.outcome IS NOT NULL AND p.number IS NOT NULL AND NOT %s
                  AND EXISTS (SELECT FROM second_check c JOIN issue_group g ON g.id = c.group_id WHERE g.round_id = :round)
                ORDER BY p.number
                """.formatted(CHECKED))
                .paramSource(SqlParameters.of("round", round))
                .query(Integer.class)
                .list();
    }
}
