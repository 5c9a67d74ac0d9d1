package vn.gopy.draft.brief;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.SqlParameters;

@Repository
class BriefRepository {

    private final JdbcClient jdbc;

    BriefRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> lines(VersionId version) {
        return jdbc.sql("SELECT words FROM brief_line WHERE version_id = :version ORDER BY position")
                .paramSource(SqlParameters.of("version", version))
                .query(String.class)
                .list();
    }

    /** Whether the version was checked and in this state of editing; nobody else changes it until the transaction ends. */
    boolean touch(VersionId id, int version) {
        return jdbc.sql("""
                UPDATE draft_version SET version = version + 1
                WHERE id = :id AND version = :version AND state = 'PUBLISHED'
                """)
                        .paramSource(SqlParameters.of("id", id).and("version", version))
                        .update()
                == 1;
    }

    /** Instead of those that were there; the version is touched before. */
    void replace(VersionId version, List<String> lines) {
        jdbc.sql("DELETE FROM brief_line WHERE version_id = :version")
                .paramSource(SqlParameters.of("version", version))
                .update();
        jdbc.sql("""
                INSERT INTO brief_line (version_id, position, words)
                SELECT :version, n, words FROM unnest(:lines::text[]) WITH ORDINALITY AS line (words, n)
                """)
                .paramSource(SqlParameters.of("version", version).and("lines", lines))
                .update();
    }
}
