package vn.gopy.account;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.shared.SqlParameters;

/** Settings by their names; what was never set has no row. */
@Repository
class SettingRepository {

    private final JdbcClient jdbc;

    SettingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever changes settings comes one after the other, also where nothing is set yet. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('settings'))")
                .query((row, n) -> true)
                .list();
    }

    Map<String, String> all() {
        return jdbc
                .sql("SELECT key, value FROM setting")
                .query((row, n) -> Map.entry(row.getString("key"), row.getString("value")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void put(Map<String, String> values) {
        values.forEach((key, value) -> jdbc.sql("""
                INSERT INTO setting (key, value) VALUES (:key, :value)
                ON CONFLICT (key) DO UPDATE SET value = excluded.value
                """)
                .paramSource(SqlParameters.of("key", key).and("value", value))
                .update());
    }
}
