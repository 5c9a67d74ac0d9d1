package vn.gopy.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.SqlParameters;
import vn.gopy.shared.TextGate;

/** The units (cơ quan, đơn vị) that can be asked. */
@Service
public class Units {

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
        if (wantedCode.isBlank()) {
            throw Refusal.unprocessable("TITLE_MISSING");
        }
        String code = NameRule.code(wantedCode);
        String name = TextGate.NAME.require(wantedName, "TITLE_MISSING");
        people.lockNames();
        if (people.usernameTaken(NameRule.folded(code))) {
            throw Refusal.conflict("NAME_DOUBLE", code);
        }
        if (people.unitCodeTaken(NameRule.folded(code))) {
            throw Refusal.conflict("UNIT_CODE_TAKEN", code);
        }
        Unit unit = new Unit(UnitId.next(), 1, code, name, kind);
        repository.add(unit, clock);
        trail.record(actor, "UNIT_REGISTERED", "UNIT", unit.id().value(), Change.created(code + " " + name));
        return unit;
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

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                new UnitId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")));
    }
}
