package vn.gopy.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.UnitId;
import vn.gopy.shared.SqlParameters;
import vn.gopy.vietnamese.Folding;

@Repository
class DossierRepository {

    private static final String DOSSIERS = """
            SELECT d.id, d.version, d.number, d.title, d.kind, d.audience, d.discussion, d.drafter_id,
                   u.name AS drafter_name, d.owner_id, d.created_at, d.state = 'PROMULGATED' AS ended
            FROM dossier d LEFT JOIN unit u ON u.id = d.drafter_id
            """;

    private static final String MATCHING = """
            WHERE (:kind::text IS NULL OR d.kind = :kind)
              AND (:words::text IS NULL OR d.folded_title LIKE :words OR folded(u.name) LIKE :words
                   OR 'hs-' || lpad(d.number::text, greatest(2, length(d.number::text)), '0') LIKE :words)
              AND (:state::text IS NULL OR EXISTS (SELECT FROM draft_version v WHERE v.dossier_id = d.id
                   AND v.state = :state AND %s))
              AND %s""".formatted(DossierAccess.VISIBLE, DossierAccess.READABLE);

    /** Who reads no content, or reads every dossier. */
    private static final List<Role> NOT_CHOSEN = List.of(Role.ADMINISTRATOR, Role.SECRETARIAT, Role.CHAIR);

    private final JdbcClient jdbc;

    DossierRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int nextNumber() {
        return jdbc.sql("SELECT nextval('dossier_number')").query(Integer.class).single();
    }

    void add(Dossier dossier) {
        jdbc.sql("""
                INSERT INTO dossier (id, number, title, kind, audience, discussion, drafter_id, owner_id, created_at)
                VALUES (:id, :number, :title, :kind, :audience, :discussion, :drafter, :owner, :now)
                """)
                .paramSource(SqlParameters.of("id", dossier.id())
                        .and("number", dossier.number())
                        .and("title", dossier.title())
                        .and("kind", dossier.kind())
                        .and("audience", dossier.audience())
                        .and("discussion", dossier.discussion())
                        .and("drafter", dossier.drafter())
                        .and("owner", dossier.owner())
                        .and("now", dossier.createdAt()))
                .update();
    }

    /** The title; nobody else changes the dossier until the transaction ends. Empty when it is gone. */
    Optional<String> heldTitle(DossierId dossier) {
        return jdbc.sql("SELECT title FROM dossier WHERE id = :id FOR NO KEY UPDATE")
                .paramSource(SqlParameters.of("id", dossier))
                .query(String.class)
                .optional();
    }

    /** Title and kind as a recognition has read them, for a dossier that is held. */
    void name(DossierId dossier, NewDossier read) {
        jdbc.sql("UPDATE dossier SET title = :title, kind = :kind, version = version + 1 WHERE id = :id")
                .paramSource(SqlParameters.of("id", dossier)
                        .and("title", read.title())
                        .and("kind", read.kind()))
                .update();
    }

    /** Of a dossier that has ended nothing is given: who reads it then stays as it was. */
    void grant(DossierId dossier, Grant grant) {
        jdbc.sql("""
                INSERT INTO dossier_grant (dossier_id, person_id, unit_id, source_id, valid_from)
                SELECT :dossier, :person, :unit, :source, :from
                WHERE NOT EXISTS (SELECT FROM dossier WHERE id = :dossier AND state = 'PROMULGATED')
                ON CONFLICT DO NOTHING
                """)
                .paramSource(SqlParameters.of("dossier", dossier)
                        .and("person", grant.person())
                        .and("unit", grant.unit())
                        .and("source", grant.source())
                        .and("from", grant.from()))
                .update();
    }

    Optional<Dossier> readable(DossierId id, Person asker, Instant now) {
        return jdbc.sql(DOSSIERS + "WHERE d.id = :id AND " + DossierAccess.READABLE)
                .paramSource(DossierAccess.parameters(asker, now).and("id", id))
                .query((row, n) -> dossier(row))
                .optional();
    }

    /** Newest first, from below a number on. */
    List<Dossier> readable(DossierFilter filter, int below, int most, Person asker, Instant now) {
        return jdbc.sql(DOSSIERS + MATCHING + " AND d.number < :below ORDER BY d.number DESC LIMIT :most")
                .paramSource(matching(filter, asker, now).and("below", below).and("most", most))
                .query((row, n) -> dossier(row))
                .list();
    }

    int count(DossierFilter filter, Person asker, Instant now) {
        return jdbc.sql("SELECT count(*) FROM dossier d LEFT JOIN unit u ON u.id = d.drafter_id " + MATCHING)
                .paramSource(matching(filter, asker, now))
                .query(Integer.class)
                .single();
    }

    private static SqlParameters matching(DossierFilter filter, Person asker, Instant now) {
        return DossierAccess.parameters(asker, now)
                .and("kind", filter.kind())
                .and("words", filter.words() == null ? null : containing(filter.words()))
                .and("state", filter.state());
    }

    /** Whether the person owns the dossier or may read it by name now, not only through a unit. */
    boolean names(DossierId id, PersonId person, Instant now) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM dossier WHERE id = :id AND owner_id = :person)
                    OR EXISTS (SELECT FROM dossier_grant
                               WHERE dossier_id = :id AND person_id = :person AND valid_from <= :now)
                """)
                .paramSource(SqlParameters.of("id", id).and("person", person).and("now", now))
                .query(Boolean.class)
                .single();
    }

    /** Whether the dossier was in this state of editing and is as said now. */
    boolean change(Dossier dossier, int version) {
        return jdbc.sql("""
                UPDATE dossier SET title = :title, kind = :kind, audience = :audience, drafter_id = :drafter,
                       version = version + 1
                WHERE id = :id AND version = :version
                """)
                        .paramSource(SqlParameters.of("id", dossier.id())
                                .and("version", version)
                                .and("title", dossier.title())
                                .and("kind", dossier.kind())
                                .and("audience", dossier.audience())
                                .and("drafter", dossier.drafter()))
                        .update()
                == 1;
    }

    /** Who is named by the dossier, then who is invited by rounds, each once. */
    List<DossierReader> readers(DossierId dossier) {
        return jdbc.sql("""
                SELECT g.person_id, g.unit_id, trim(coalesce(u.name, p.salutation || ' ' || p.name)) AS name, p.username,
                       bool_or(g.source_id = g.dossier_id) AS named, min(g.valid_from) AS valid_from
                FROM dossier_grant g LEFT JOIN person p ON p.id = g.person_id LEFT JOIN unit u ON u.id = g.unit_id
                WHERE g.dossier_id = :dossier
                GROUP BY g.person_id, g.unit_id, u.name, p.salutation, p.name, p.username
                ORDER BY named DESC, u.name IS NULL, coalesce(u.name, p.name)
                """)
                .paramSource(SqlParameters.of("dossier", dossier))
                .query((row, n) -> reader(row))
                .list();
    }

    List<DossierReader.Candidate> candidates(Dossier dossier, String typed, int most) {
        return jdbc.sql("""
                SELECT * FROM (
                    SELECT p.username, trim(p.salutation || ' ' || p.name) AS name, p.name AS sorted
                    FROM person p
                    WHERE p.username IS NOT NULL AND p.disabled_at IS NULL AND p.id <> :owner
                      AND NOT EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id AND r.role = ANY (:without))
                      AND NOT EXISTS (SELECT FROM dossier_grant g WHERE g.person_id = p.id
                                      AND g.dossier_id = :dossier AND g.source_id = g.dossier_id)) candidate
                WHERE folded(name || ' (' || username || ')') LIKE :typed
                ORDER BY sorted, username LIMIT :most
                """)
                .paramSource(SqlParameters.of("dossier", dossier.id())
                        .and("owner", dossier.owner())
                        .and("without", NOT_CHOSEN)
                        .and("typed", containing(typed))
                        .and("most", most))
                .query(DossierReader.Candidate.class)
                .list();
    }

    private static String containing(String typed) {
        return "%" + escaped(String.join(" ", Folding.words(typed))) + "%";
    }

    private static DossierReader reader(ResultSet row) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        UUID unit = row.getObject("unit_id", UUID.class);
        return new DossierReader(
                person == null ? null : new PersonId(person),
                unit == null ? null : new UnitId(unit),
                row.getString("name"),
                row.getString("username"),
                row.getBoolean("named"),
                row.getTimestamp("valid_from").toInstant());
    }

    /** The persons whom the dossier itself names. */
    List<PersonId> named(DossierId dossier) {
        return jdbc.sql("""
                SELECT person_id FROM dossier_grant
                WHERE dossier_id = :dossier AND source_id = :dossier AND person_id IS NOT NULL ORDER BY person_id
                """)
                .paramSource(SqlParameters.of("dossier", dossier))
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    void revoke(DossierId dossier, PersonId person) {
        revoke(dossier, dossier.value(), null, person);
    }

    /** Takes back what the dossier itself, or a round, gave to a unit or a person. */
    void revoke(DossierId dossier, UUID source, @Nullable UnitId unit, @Nullable PersonId person) {
        jdbc.sql("""
                DELETE FROM dossier_grant WHERE dossier_id = :dossier AND source_id = :source
                       AND (person_id = :person::uuid OR unit_id = :unit::uuid)
                """)
                .paramSource(SqlParameters.of("dossier", dossier)
                        .and("source", source)
                        .and("unit", unit)
                        .and("person", person))
                .update();
    }

    /** Takes back everything that a round gave. */
    void revoke(DossierId dossier, UUID source) {
        jdbc.sql("DELETE FROM dossier_grant WHERE dossier_id = :dossier AND source_id = :source")
                .paramSource(SqlParameters.of("dossier", dossier).and("source", source))
                .update();
    }

    /** Whether the dossier was in this state of editing and is gone now. */
    boolean delete(DossierId id, int version) {
        for (String table : List.of("dossier_grant", "series")) {
            jdbc.sql("DELETE FROM " + table + " WHERE dossier_id = :id")
                    .paramSource(SqlParameters.of("id", id))
                    .update();
        }
        return jdbc.sql("DELETE FROM dossier WHERE id = :id AND version = :version")
                        .paramSource(SqlParameters.of("id", id).and("version", version))
                        .update()
                == 1;
    }

    Set<DossierId> readable(Person asker, Instant now) {
        return jdbc.sql("SELECT d.id FROM dossier d WHERE " + DossierAccess.READABLE)
                .paramSource(DossierAccess.parameters(asker, now))
                .query((row, number) -> new DossierId(row.getObject("id", UUID.class)))
                .set();
    }

    String readableMark(Person asker, Instant now) {
        return jdbc.sql("SELECT encode(sha256(coalesce(string_agg(uuid_send(d.id), '' ORDER BY d.id), '')), 'hex') "
                        + "FROM dossier d WHERE " + DossierAccess.READABLE)
                .paramSource(DossierAccess.parameters(asker, now))
                .query(String.class)
                .single();
    }

    Map<DossierId, String> titles(Collection<DossierId> ids) {
        Map<DossierId, String> titles = new HashMap<>();
        jdbc.sql("SELECT id, title FROM dossier WHERE id = ANY (:ids::uuid[])")
                .paramSource(SqlParameters.of("ids", ids))
                .query(row -> {
                    titles.put(new DossierId(row.getObject("id", UUID.class)), row.getString("title"));
                });
        return titles;
    }

    /** The tokens under which dossiers are found: their readers, as search filters know them. */
    Map<UUID, List<String>> readerTokens(Collection<UUID> ids, Instant now) {
        Map<UUID, List<String>> tokens = new HashMap<>();
        jdbc.sql("""
                SELECT id, 'p:' || owner_id AS token FROM dossier WHERE id = ANY (:ids::uuid[])
                UNION SELECT id, 'everyone' FROM dossier WHERE id = ANY (:ids::uuid[]) AND audience = 'EVERYONE'
                UNION SELECT dossier_id, coalesce('p:' || person_id, 'u:' || unit_id) FROM dossier_grant
                      WHERE dossier_id = ANY (:ids::uuid[]) AND valid_from <= :now
                """).paramSource(SqlParameters.of("ids", ids).and("now", now)).query(row -> {
            tokens.computeIfAbsent(row.getObject("id", UUID.class), none -> new ArrayList<>())
                    .add(row.getString("token"));
        });
        return tokens;
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Dossier dossier(ResultSet row) throws SQLException {
        UUID drafter = row.getObject("drafter_id", UUID.class);
        return new Dossier(
                new DossierId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getInt("number"),
                row.getString("title"),
                row.getString("kind"),
                Audience.valueOf(row.getString("audience")),
                Discussion.valueOf(row.getString("discussion")),
                drafter == null ? null : new UnitId(drafter),
                row.getString("drafter_name"),
                new PersonId(row.getObject("owner_id", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("ended"));
    }

    /** A person or a unit may read a dossier from a moment on, because of a source. */
    record Grant(@Nullable PersonId person, @Nullable UnitId unit, UUID source, Instant from) {}
}
