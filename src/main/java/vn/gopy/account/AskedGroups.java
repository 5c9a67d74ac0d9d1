package vn.gopy.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.SqlParameters;
import vn.gopy.shared.TextGate;

/**
 * The groups of units and people who are asked together in one press. The administrator and the secretariat keep them; each
 * change takes the group as it was seen and refuses STALE when somebody was quicker.
 */
@Service
public class AskedGroups {

    private static final int MOST_GROUPS = 200;

    private final AskedGroupRepository repository;
    private final Trail trail;
    private final Clock clock;

    AskedGroups(AskedGroupRepository repository, Trail trail, Clock clock) {
        this.repository = repository;
        this.trail = trail;
        this.clock = clock;
    }

    /** Every group, oldest first. */
    @Transactional(readOnly = true)
    public List<AskedGroup> all(Person asker) {
        keeper(asker);
        return repository.all();
    }

    /** @throws Refusal TITLE_MISSING, GROUP_NAME_TAKEN, GROUP_EMPTY, TOO_MANY, GROUP_MEMBER_GONE */
    @Transactional
    public AskedGroup make(Person asker, String wantedName, List<AskedGroup.Member> wanted) {
        keeper(asker);
        String name = name(wantedName);
        List<AskedGroup.Member> members = members(wanted);
        repository.lock();
        if (repository.count() >= MOST_GROUPS) {
            throw Refusal.unprocessable("TOO_MANY", MOST_GROUPS);
        }
        AskedGroup group = new AskedGroup(AskedGroupId.next(), 1, name, members);
        named(name, () -> repository.add(group, clock.instant()));
        put(group);
        trail.record(asker.actor(), "GROUP_MADE", "ASKED_GROUP", group.id().value(), Change.created(name));
        return group;
    }

    /** @throws Refusal as {@link #make} */
    @Transactional
    public AskedGroup change(Person asker, AskedGroup seen, String wantedName, List<AskedGroup.Member> wanted) {
        keeper(asker);
        AskedGroup group = new AskedGroup(seen.id(), seen.version() + 1, name(wantedName), members(wanted));
        named(group.name(), () -> orStale(repository.change(seen, group.name())));
        repository.clear(group.id());
        put(group);
        trail.record(
                asker.actor(),
                "GROUP_CHANGED",
                "ASKED_GROUP",
                group.id().value(),
                Change.of("members", seen.members().toString(), group.members().toString()));
        return group;
    }

    /** Takes the group away; who was asked by it stays asked. */
    @Transactional
    public void remove(Person asker, AskedGroup seen) {
        keeper(asker);
        orStale(repository.remove(seen));
        trail.record(asker.actor(), "GROUP_REMOVED", "ASKED_GROUP", seen.id().value());
    }

    private void put(AskedGroup group) {
        if (repository.put(group) < group.members().size()) {
            throw Refusal.unprocessable("GROUP_MEMBER_GONE").with("field", "members");
        }
    }

    private static String name(String wanted) {
        return Refusal.at("name", () -> TextGate.NAME.require(wanted, "TITLE_MISSING"));
    }

    private static List<AskedGroup.Member> members(List<AskedGroup.Member> wanted) {
        if (wanted.isEmpty()) {
            throw Refusal.unprocessable("GROUP_EMPTY").with("field", "members");
        }
        return Limits.list(wanted, Limits.LIST);
    }

    private static void named(String name, Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("GROUP_NAME_TAKEN", name).with("field", "name");
        }
    }

    private static void orStale(boolean done) {
        if (!done) {
            throw Refusal.stale();
        }
    }

    private static void keeper(Person asker) {
        if (!asker.is(Role.ADMINISTRATOR) && !asker.is(Role.SECRETARIAT)) {
            throw Refusal.forbidden();
        }
    }
}

@Repository
class AskedGroupRepository {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    AskedGroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AskedGroup> all() {
        return jdbc.sql("""
                SELECT g.id, g.version, g.name, (
                    SELECT coalesce(jsonb_agg(jsonb_build_object('unit', t.unit, 'person', t.person, 'name', t.name)
                                              ORDER BY t.position), '[]')
                    FROM (SELECT DISTINCT ON (coalesce(s.id, u.id), p.id)
                                 m.position, coalesce(s.id, u.id) AS unit, p.id AS person,
                                 coalesce(s.name, u.name, trim(p.salutation || ' ' || p.name)) AS name
                          FROM asked_group_member m LEFT JOIN unit u ON u.id = m.unit_id
                               LEFT JOIN unit s ON s.id = u.merged_into LEFT JOIN person p ON p.id = m.person_id
                          WHERE m.group_id = g.id
                          ORDER BY coalesce(s.id, u.id), p.id, m.position) t) AS members
                FROM asked_group g ORDER BY g.created_at, g.id
                """).query((row, n) -> group(row)).list();
    }

    /** Makes those who make groups wait for each other, so that there are never too many. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('asked groups'))")
                .query((row, n) -> true)
                .list();
    }

    int count() {
        return jdbc.sql("SELECT count(*) FROM asked_group").query(Integer.class).single();
    }

    void add(AskedGroup group, Instant now) {
        jdbc.sql("INSERT INTO asked_group (id, name, created_at) VALUES (:id, :name, :now)")
                .paramSource(SqlParameters.of("id", group.id())
                        .and("name", group.name())
                        .and("now", now))
                .update();
    }

    boolean change(AskedGroup seen, String name) {
        return jdbc.sql("""
                UPDATE asked_group SET name = :name, version = version + 1 WHERE id = :id AND version = :version
                """).paramSource(seen(seen).and("name", name)).update() == 1;
    }

    boolean remove(AskedGroup seen) {
        return jdbc.sql("DELETE FROM asked_group WHERE id = :id AND version = :version")
                        .paramSource(seen(seen))
                        .update()
                == 1;
    }

    void clear(AskedGroupId group) {
        jdbc.sql("DELETE FROM asked_group_member WHERE group_id = :group")
                .paramSource(SqlParameters.of("group", group))
                .update();
    }

    /** How many of its members there are. */
    int put(AskedGroup group) {
        return jdbc.sql("""
                INSERT INTO asked_group_member (group_id, position, unit_id, person_id)
                SELECT :group, t.position, u.id, p.id
                FROM unnest(:positions::int[], :ids::uuid[]) AS t (position, id)
                     LEFT JOIN unit u ON u.id = t.id LEFT JOIN person p ON p.id = t.id
                WHERE u.id IS NOT NULL OR p.id IS NOT NULL
                """)
                .paramSource(SqlParameters.of("group", group.id())
                        .and(
                                "positions",
                                IntStream.range(0, group.members().size())
                                        .boxed()
                                        .toList())
                        .and(
                                "ids",
                                group.members().stream()
                                        .map(AskedGroupRepository::member)
                                        .toList()))
                .update();
    }

    private static UUID member(AskedGroup.Member member) {
        return member.unit() != null
                ? member.unit().value()
                : Objects.requireNonNull(member.person()).value();
    }

    private static SqlParameters seen(AskedGroup seen) {
        return SqlParameters.of("id", seen.id()).and("version", seen.version());
    }

    private static AskedGroup group(ResultSet row) throws SQLException {
        return new AskedGroup(
                new AskedGroupId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getString("name"),
                JSON.readTree(row.getString("members"))
                        .valueStream()
                        .map(AskedGroupRepository::member)
                        .toList());
    }

    private static AskedGroup.Member member(JsonNode one) {
        JsonNode unit = one.required("unit");
        JsonNode person = one.required("person");
        return new AskedGroup.Member(
                unit.isNull() ? null : new UnitId(UUID.fromString(unit.asString())),
                person.isNull() ? null : new PersonId(UUID.fromString(person.asString())),
                one.required("name").asString());
    }
}
