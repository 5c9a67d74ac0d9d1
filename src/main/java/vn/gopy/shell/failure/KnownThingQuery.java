package vn.gopy.shell.failure;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an id in an address names, whoever may read it. */
@Repository
class KnownThingQuery {

    private final JdbcClient jdbc;

    KnownThingQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The type of the thing as the trail writes it; empty where there is none. */
    Optional<String> typeOf(UUID id) {
        return jdbc.sql("""
                SELECT 'DOSSIER' FROM dossier WHERE id = :id
                UNION ALL SELECT 'VERSION' FROM draft_version WHERE id = :id
                UNION ALL SELECT 'PROVISION' FROM provision WHERE id = :id
                UNION ALL SELECT 'ROUND' FROM round WHERE id = :id
                UNION ALL SELECT 'COMMENT' FROM comment WHERE id = :id
                UNION ALL SELECT 'POINT' FROM point WHERE id = :id
                """).param("id", id).query(String.class).optional();
    }
}
