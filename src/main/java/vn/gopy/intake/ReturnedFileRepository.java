package vn.gopy.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.account.Unit;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentId;
import vn.gopy.shared.Ids;
import vn.gopy.shared.SqlParameters;

@Repository
class ReturnedFileRepository {

    private final JdbcClient jdbc;

    ReturnedFileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else takes in a returned file of this version. */
    void lock(VersionId version) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('returned ' || :version, 0))")
                .paramSource(SqlParameters.of("version", version.toString()))
                .query()
                .listOfRows();
    }

    /** What of returned files has become an opinion of this unit, or of the person alone: keys with comments. */
    Map<String, CommentId> taken(VersionId version, Person person, @Nullable Unit unit) {
        Map<String, CommentId> taken = new HashMap<>();
        jdbc.sql("""
                SELECT o.key, o.comment_id FROM returned_opinion o JOIN returned_file f ON f.id = o.returned_id
                WHERE f.version_id = :version
                  AND ((:unit::uuid IS NULL AND f.unit_id IS NULL AND f.person_id = :person) OR f.unit_id = :unit::uuid)
                """)
                .paramSource(SqlParameters.of("version", version)
                        .and("person", person.id())
                        .and("unit", unit == null ? null : unit.id()))
                .query((row, n) ->
                        Map.entry(row.getString("key"), new CommentId(row.getObject("comment_id", UUID.class))))
                .list()
                .forEach(entry -> taken.put(entry.getKey(), entry.getValue()));
        return taken;
    }

    UUID add(VersionId version, Person person, @Nullable Unit unit, String sha256, String fileName, Instant now) {
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO returned_file (id, version_id, person_id, unit_id, sha256, file_name, at)
                VALUES (:id, :version, :person, :unit, :sha256, :name, :now)
                """)
                .paramSource(SqlParameters.of("id", id)
                        .and("version", version)
                        .and("person", person.id())
                        .and("unit", unit == null ? null : unit.id())
                        .and("sha256", sha256)
                        .and("name", fileName)
                        .and("now", now))
                .update();
        return id;
    }

    void addOpinion(UUID file, String key, CommentId comment, String wordAuthor) {
        jdbc.sql("""
                INSERT INTO returned_opinion (returned_id, key, comment_id, word_author)
                VALUES (:file, :key, :comment, :author)
                """)
                .paramSource(SqlParameters.of("file", file)
                        .and("key", key)
                        .and("comment", comment)
                        .and("author", wordAuthor))
                .update();
    }
}
