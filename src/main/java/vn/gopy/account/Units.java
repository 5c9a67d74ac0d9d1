package vn.gopy.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.SqlParameters;
import vn.gopy.shared.TextGate;

/** The units (cơ quan, đơn vị) that can be asked. */
@Service
public class Units {

    private static final int MOST_FORMER_NAMES = 20;

    private final UnitRepository repository;
    private final PeopleRepository people;
    private final Trail trail;
    private final Clock clock;

    Units(UnitRepository repository, PeopleRepository people, Trail trail, Clock clock) {
        this.repository = repository;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Unit> all() {
        return repository.all();
    }

    @Transactional(readOnly = true)
    public Optional<Unit> byCode(String code) {
        return repository.byCode(code);
    }

    /**
     * The unit of that code, which somebody has named.
     *
     * @throws Refusal {@code UNIT_UNKNOWN} when there is none
     */
    @Transactional(readOnly = true)
    public Unit named(String code) {
        return repository.byCode(code).orElseThrow(() -> Refusal.unprocessable("UNIT_UNKNOWN", code));
    }

    /** Those that can be asked today: not those that went into others. */
    @Transactional(readOnly = true)
    public List<Unit> living() {
        return repository.living();
    }

    /**
     * The unit of that code, which can be asked today.
     *
     * @throws Refusal UNIT_UNKNOWN; UNIT_MERGED, naming the unit that it went into
     */
    @Transactional(readOnly = true)
    public Unit living(String code) {
        Unit unit = named(code);
        repository.successor(unit.id()).ifPresent(other -> {
            throw Refusal.conflict("UNIT_MERGED", unit.name(), other);
        });
        return unit;
    }

    /** Registers a unit as an administrator or the secretariat does, see {@link #register(Actor, String, String, UnitKind)}. */
    @Transactional
    public Unit register(Person asker, String code, String name, UnitKind kind) {
        if (!asker.is(Role.ADMINISTRATOR) && !asker.is(Role.SECRETARIAT)) {
            throw Refusal.forbidden();
        }
        return register(asker.actor(), code, name, kind);
    }

    /**
     * Registers a unit by the product itself. Refuses a code or a name against the rules, and a code that is taken by a
     * unit or, as a user name, by a person, whatever its capitals.
     */
    @Transactional
    public Unit register(Actor actor, String wantedCode, String wantedName, UnitKind kind) {
        String name = Refusal.at("name", () -> TextGate.NAME.require(wantedName, "TITLE_MISSING"));
        people.lockNames();
        String code = Refusal.at("code", () -> freeCode(wantedCode));
        Unit unit = new Unit(UnitId.next(), 1, code, name, kind);
        repository.add(unit, clock);
        trail.record(actor, "UNIT_REGISTERED", "UNIT", unit.id().value(), Change.created(code + " " + name));
        return unit;
    }

    private String freeCode(String wanted) {
        String code = NameRule.code(wanted);
        if (people.usernameTaken(NameRule.folded(code))) {
            throw Refusal.conflict("NAME_DOUBLE", code);
        }
        if (people.unitCodeTaken(NameRule.folded(code))) {
            throw Refusal.conflict("UNIT_CODE_TAKEN", code);
        }
        return code;
    }

    /**
     * Names that units had before, and those of units that went into others, each with the name of today; a name that a
     * living unit has is none.
     */
    @Transactional(readOnly = true)
    public Map<String, String> renamed() {
        List<UnitEntry> entries = repository.entries(LocalDate.ofInstant(clock.instant(), Moments.ZONE));
        Map<String, String> into = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.successor() != null)
                .forEach(entry -> into.put(entry.unit().name(), Objects.requireNonNull(entry.successor())));
        Map<String, String> renamed = new HashMap<>();
        for (UnitEntry entry : entries) {
            String now = entry.unit().name();
            for (int step = 0; step < entries.size(); step++) {
                now = into.getOrDefault(now, now);
            }
            renamed.put(entry.unit().name(), now);
            for (String former : entry.formerNames()) {
                renamed.put(former, now);
            }
        }
        entries.stream()
                .filter(entry -> entry.successor() == null)
                .forEach(entry -> renamed.remove(entry.unit().name()));
        return renamed;
    }

    /** Every unit with its former names and the number of its people today, for an administrator. */
    @Transactional(readOnly = true)
    public List<UnitEntry> entries(Person asker) {
        administrator(asker);
        return repository.entries(LocalDate.ofInstant(clock.instant(), Moments.ZONE));
    }

    /**
     * Changes name and kind as an administrator does; the code stands in letters and stays.
     *
     * @param seen the unit as the administrator saw it; refuses STALE when somebody was quicker
     * @param keepFormer whether the unit really had the name before, so that it is found by it, rather than a wrong one
     */
    @Transactional
    public Unit change(Person asker, Unit seen, String wantedName, UnitKind kind, boolean keepFormer) {
        administrator(asker);
        String name = Refusal.at("name", () -> TextGate.NAME.require(wantedName, "TITLE_MISSING"));
        Unit changed = new Unit(seen.id(), seen.version() + 1, seen.code(), name, kind);
        if (!repository.change(changed, seen.version(), keepFormer)) {
            throw Refusal.stale();
        }
        trail.record(asker.actor(), "UNIT_CHANGED", "UNIT", seen.id().value(), Change.of("name", seen.name(), name));
        return changed;
    }

    /**
     * Sets the names that the unit had before, oldest first; it is found by them.
     *
     * @param seen the unit as the administrator saw it; refuses STALE when somebody was quicker
     */
    @Transactional
    public Unit nameFormerly(Person asker, Unit seen, List<String> wanted) {
        administrator(asker);
        List<String> names = Limits.list(wanted, MOST_FORMER_NAMES).stream()
                .map(name -> Refusal.at("former", () -> TextGate.NAME.require(name, "TITLE_MISSING")))
                .distinct()
                .toList();
        if (!repository.nameFormerly(seen, names)) {
            throw Refusal.stale();
        }
        trail.record(
                asker.actor(),
                "UNIT_CHANGED",
                "UNIT",
                seen.id().value(),
                Change.of("formerNames", "", names.toString()));
        return raised(seen);
    }

    /**
     * Lets a unit go into another one (hợp nhất): it is asked no more, keeps its opinions under its name, and the people of
     * the other one speak for it in what is still open. Units that went into it before follow it.
     *
     * @param seen the unit as the administrator saw it, and {@code into} likewise; refuses STALE when somebody was quicker
     * @param on the day that the decision names, not after today
     * @throws Refusal UNIT_MERGED when one of them went into another one already, UNIT_ITSELF, DAY_AHEAD
     */
    @Transactional
    public Unit merge(Person asker, Unit seen, Unit into, LocalDate on) {
        administrator(asker);
        if (Limits.day(on).isAfter(LocalDate.ofInstant(clock.instant(), Moments.ZONE))) {
            throw Refusal.unprocessable("DAY_AHEAD").with("field", "on");
        }
        if (seen.id().equals(into.id())) {
            throw Refusal.unprocessable("UNIT_ITSELF").with("field", "into");
        }
        if (!repository.lock(List.of(seen, into))) {
            throw Refusal.stale();
        }
        Refusal.at("into", () -> living(into.code()));
        living(seen.code());
        repository.merge(seen.id(), into.id(), on);
        trail.record(asker.actor(), "UNIT_MERGED", "UNIT", seen.id().value(), Change.of("mergedInto", "", into.code()));
        return raised(seen);
    }

    /** Takes a merging back that was entered by mistake; units that had followed it stay where they are. */
    @Transactional
    public Unit part(Person asker, Unit seen) {
        administrator(asker);
        if (!repository.part(seen)) {
            throw Refusal.stale();
        }
        trail.record(asker.actor(), "UNIT_PARTED", "UNIT", seen.id().value());
        return raised(seen);
    }

    private static Unit raised(Unit seen) {
        return new Unit(seen.id(), seen.version() + 1, seen.code(), seen.name(), seen.kind());
    }

    private static void administrator(Person asker) {
        if (!asker.is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden();
        }
    }
}

@Repository
class UnitRepository {

    private static final String UNITS = "SELECT id, version, code, name, kind FROM unit ";

    private final JdbcClient jdbc;

    UnitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Unit> all() {
        return jdbc.sql(UNITS + "ORDER BY created_at, id")
                .query((row, n) -> unit(row))
                .list();
    }

    List<Unit> living() {
        return jdbc.sql(UNITS + "WHERE merged_into IS NULL ORDER BY created_at, id")
                .query((row, n) -> unit(row))
                .list();
    }

    /** The name of the unit that this one went into. */
    Optional<String> successor(UnitId id) {
        return jdbc.sql("SELECT s.name FROM unit u JOIN unit s ON s.id = u.merged_into WHERE u.id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query(String.class)
                .optional();
    }

    /** Keeps others from changing the units until the end of the transaction; whether they are as they were seen. */
    boolean lock(List<Unit> seen) {
        return jdbc
                        .sql(UNITS + "WHERE id = ANY (:ids::uuid[]) ORDER BY id FOR UPDATE")
                        .paramSource(SqlParameters.of(
                                "ids", seen.stream().map(Unit::id).toList()))
                        .query((row, n) -> unit(row))
                        .list()
                        .stream()
                        .filter(now -> seen.stream()
                                .anyMatch(one -> one.id().equals(now.id()) && one.version() == now.version()))
                        .count()
                == seen.size();
    }

    void merge(UnitId id, UnitId into, LocalDate on) {
        jdbc.sql("""
                UPDATE unit SET merged_into = :into, merged_on = coalesce(merged_on, :on), version = version + 1
                WHERE id = :id OR merged_into = :id
                """)
                .paramSource(SqlParameters.of("id", id).and("into", into).and("on", on))
                .update();
    }

    boolean part(Unit seen) {
        return jdbc.sql("""
                UPDATE unit SET merged_into = NULL, merged_on = NULL, version = version + 1
                WHERE id = :id AND version = :version AND merged_into IS NOT NULL
                """)
                        .paramSource(SqlParameters.of("id", seen.id()).and("version", seen.version()))
                        .update()
                == 1;
    }

    boolean nameFormerly(Unit seen, List<String> names) {
        return jdbc.sql("""
                UPDATE unit SET former_names = :names::text[], version = version + 1
                WHERE id = :id AND version = :version
                """)
                        .paramSource(SqlParameters.of("id", seen.id())
                                .and("version", seen.version())
                                .and("names", names))
                        .update()
                == 1;
    }

    Optional<Unit> byCode(String code) {
        return jdbc.sql(UNITS + "WHERE code = :code")
                .param("code", code)
                .query((row, n) -> unit(row))
                .optional();
    }

    void add(Unit unit, Clock clock) {
        jdbc.sql("INSERT INTO unit (id, code, name, kind, created_at) VALUES (:id, :code, :name, :kind, :now)")
                .paramSource(SqlParameters.of("id", unit.id())
                        .and("code", unit.code())
                        .and("name", unit.name())
                        .and("kind", unit.kind())
                        .and("now", clock.instant()))
                .update();
    }

    List<UnitEntry> entries(LocalDate today) {
        return jdbc.sql("""
                SELECT u.id, u.version, u.code, u.name, u.kind, u.former_names, u.merged_on, s.name AS successor,
                       ARRAY(SELECT c.name FROM unit c WHERE c.merged_into = u.id ORDER BY c.merged_on, c.id) AS absorbed,
                       (SELECT count(DISTINCT m.person_id) FROM unit_membership m
                        WHERE m.unit_id = u.id AND m.valid_from <= :today
                          AND (m.valid_to IS NULL OR m.valid_to > :today)) AS people
                FROM unit u LEFT JOIN unit s ON s.id = u.merged_into ORDER BY u.created_at, u.id
                """)
                .paramSource(SqlParameters.of("today", today))
                .query((row, n) -> new UnitEntry(
                        unit(row),
                        List.of((String[]) row.getArray("former_names").getArray()),
                        List.of((String[]) row.getArray("absorbed").getArray()),
                        row.getString("successor"),
                        row.getObject("merged_on", LocalDate.class),
                        row.getInt("people")))
                .list();
    }

    boolean change(Unit changed, int seenVersion, boolean keepFormer) {
        return jdbc.sql("""
                UPDATE unit SET kind = :kind, version = version + 1, name = :name,
                    former_names = CASE WHEN :keep AND name <> :name AND NOT name = ANY (former_names)
                                             AND cardinality(former_names) < 20
                                        THEN former_names || name ELSE former_names END
                WHERE id = :id AND version = :version
                """)
                        .paramSource(SqlParameters.of("id", changed.id())
                                .and("version", seenVersion)
                                .and("name", changed.name())
                                .and("kind", changed.kind())
                                .and("keep", keepFormer))
                        .update()
                == 1;
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                new UnitId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")));
    }
}
