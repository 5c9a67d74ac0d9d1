package vn.gopy.draft.print;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.SqlParameters;

@Repository
class PrintedRepository {

    private static final TypeReference<List<List<String>>> PAGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PrintedRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Printed(int number, List<List<String>> pages) {}

    /** The one with that number; without one the last. */
    Optional<Printed> of(VersionId version, Optional<Integer> number) {
        return jdbc.sql("""
                        SELECT number, pages FROM printed_draft
                        WHERE version_id = :version AND (CAST(:number AS integer) IS NULL OR number = :number)
                        ORDER BY number DESC LIMIT 1
                        """)
                .paramSource(SqlParameters.of("version", version).and("number", number.orElse(null)))
                .query((row, n) -> new Printed(row.getInt("number"), json.readValue(row.getString("pages"), PAGES)))
                .optional();
    }

    /** False where there is one of that number already, also one that was made at the same time. */
    boolean insert(VersionId version, Printed printed, Instant now) {
        return jdbc.sql("""
                        INSERT INTO printed_draft (version_id, number, pages, printed_at)
                        VALUES (:version, :number, CAST(:pages AS jsonb), :now)
                        ON CONFLICT (version_id, number) DO NOTHING
                        """)
                        .paramSource(SqlParameters.of("version", version)
                                .and("number", printed.number())
                                .and("pages", json.writeValueAsString(printed.pages()))
                                .and("now", now))
                        .update()
                == 1;
    }
}
