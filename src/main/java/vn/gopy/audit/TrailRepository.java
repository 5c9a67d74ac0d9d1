package vn.gopy.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.shared.LateWrites;
import vn.gopy.shared.SqlParameters;

@Repository
class TrailRepository {

    private static final String COLUMNS = """
            id, at, actor_id, actor_name, acting_as, on_behalf_of, action, subject_type, subject_id, field,
            before_hash, after_hash, key_id, content_hash""";

    private static final String MATCHING = """
            WHERE (:subject::uuid IS NULL OR subject_id = :subject)
              AND (:actor::uuid IS NULL OR actor_id = :actor)
              AND (:from::timestamptz IS NULL OR at >= :from)
              AND (:until::timestamptz IS NULL OR at < :until)
            """;

    private static final String ADD = """
            INSERT INTO audit_entry (%s)
            VALUES (:id, :at, :actor, :name, :as, :behalf, :action, :type, :subject, :field, :before, :after, :key,
                    :hash)
            """.formatted(COLUMNS);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final LateWrites late;

    TrailRepository(JdbcClient jdbc, JsonMapper json, LateWrites late) {
        this.jdbc = jdbc;
        this.json = json;
        this.late = late;
    }

    void add(AuditEntry entry) {
        late.add(
                ADD,
                SqlParameters.of("id", entry.id())
                        .and("at", entry.at())
                        .and("actor", entry.actorId())
                        .and("name", entry.actorName())
                        .and("as", entry.actingAs())
                        .and("behalf", entry.onBehalfOf())
                        .and("action", entry.action())
                        .and("type", entry.subjectType())
                        .and("subject", entry.subjectId())
                        .and("field", entry.field())
                        .and("before", entry.beforeHash())
                        .and("after", entry.afterHash())
                        .and("key", entry.keyId())
                        .and("hash", entry.contentHash()));
    }

    /** Any number of rows with one statement. */
    void addAll(List<AuditEntry> entries) {
        jdbc.sql("""
                INSERT INTO audit_entry (%s)
                SELECT e.id, e.at, e."actorId", e."actorName", e."actingAs", e."onBehalfOf", e.action, e."subjectType",
                       e."subjectId", e.field, e."beforeHash", e."afterHash", e."keyId", e."contentHash"
                FROM jsonb_to_recordset(:rows::jsonb) AS e (
                    id uuid, at timestamptz, "actorId" uuid, "actorName" text, "actingAs" text, "onBehalfOf" uuid,
                    action text, "subjectType" text, "subjectId" uuid, field text, "beforeHash" text, "afterHash" text,
                    "keyId" text, "contentHash" text)
                """.formatted(COLUMNS))
                .param("rows", json.writeValueAsString(entries))
                .update();
    }

    /** Newest first, from behind a row on. */
    List<AuditEntry> find(AuditQuery query, @Nullable UUID behind, int most) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM audit_entry " + MATCHING + """
                  AND (:behind::uuid IS NULL OR (at, id) < (SELECT at, id FROM audit_entry WHERE id = :behind))
                ORDER BY at DESC, id DESC LIMIT :most
                """)
                .paramSource(matching(query).and("behind", behind).and("most", most))
                .query(AuditEntry.class)
                .list();
    }

    long count(AuditQuery query) {
        return jdbc.sql("SELECT count(*) FROM audit_entry " + MATCHING)
                .paramSource(matching(query))
                .query(Long.class)
                .single();
    }

    private static SqlParameters matching(AuditQuery query) {
        return SqlParameters.of("subject", query.subject())
                .and("actor", query.actor())
                .and("from", query.from())
                .and("until", query.until());
    }
}
