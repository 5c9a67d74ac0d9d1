package vn.gopy.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Capacity;
import vn.gopy.round.RoundId;
import vn.gopy.round.Visibility;
import vn.gopy.shared.LateWrites;
import vn.gopy.shared.SqlParameters;

@Repository
class CommentRepository {

    private static final String COLUMNS = """
            c.id, c.version, c.dossier_id, c.version_id, c.provision_id, c.root_id, c.round_id, c.kind,
            (SELECT pr.lineage_id FROM provision pr WHERE pr.id = c.provision_id) AS lineage_id, c.text, c.quote, c.prefix, c.suffix, c.quote_start, c.replacement, c.author_id, c.author_name,
            c.author_post, c.unit_id, c.unit_name, c.capacity, c.state, c.visibility, c.restricted, c.late,
            c.created_at, c.sent_at, c.edited_at, c.entered_by IS NOT NULL AS entered,
            """ + CommentFile.OF_COMMENT.formatted("c.id") + " AS files";

    private static final String IN_THREADS = "SELECT " + COLUMNS.replace("c.", "m.")
            + " FROM comment c JOIN comment m ON m.root_id = c.id WHERE c.id = c.root_id AND "
            + CommentAccess.IN_THREAD + " AND " + CommentAccess.VISIBLE + " AND " + CommentAccess.READABLE + " AND ";

    private static final String IN_ORDER = " ORDER BY c.created_at, c.id, m.created_at, m.id";

    private static final String ADD = """
            INSERT INTO comment (id, dossier_id, version_id, provision_id, root_id, round_id, kind, text,
                                 quote, prefix, suffix, quote_start, replacement, author_id, author_name,
                                 author_post, unit_id, unit_name, capacity, state, visibility, restricted, late,
                                 created_at, sent_at, entered_by)
            VALUES (:id, :dossier, :version, :provision, :root, :round, :kind, :text, :quote, :prefix,
                    :suffix, :start, :replacement, :author, :name, :post, :unit, :unitName, :capacity, :state,
                    :visibility, :restricted, :late, :created, :sent, :enteredBy)
            """;

    private final JdbcClient jdbc;
    private final LateWrites late;

    CommentRepository(JdbcClient jdbc, LateWrites late) {
        this.jdbc = jdbc;
        this.late = late;
    }

    void add(Comment comment) {
        jdbc.sql(ADD).paramSource(parameters(comment)).update();
    }

    /**
     * The same together with what else its use case writes.
     *
     * @param places that it concerns besides its main one, in this order
     * @param readers to whom alone it is told
     */
    void addLate(Comment comment, List<ProvisionId> places, List<PersonId> readers) {
        late.add(ADD, parameters(comment));
        if (!places.isEmpty()) {
            late.add("""
                    INSERT INTO comment_place (comment_id, provision_id, ordinal)
                    SELECT :comment, place, n FROM unnest(:places::uuid[]) WITH ORDINALITY AS p (place, n)
                    """, SqlParameters.of("comment", comment.id()).and("places", places));
        }
        if (!readers.isEmpty()) {
            late.add("""
                    INSERT INTO comment_reader (comment_id, person_id) SELECT :comment, unnest(:readers::uuid[])
                    """, SqlParameters.of("comment", comment.id()).and("readers", readers));
        }
    }

    private static SqlParameters parameters(Comment comment) {
        return SqlParameters.of("id", comment.id())
                .and("dossier", comment.dossierId())
                .and("version", comment.versionId())
                .and("provision", comment.provisionId())
                .and("root", comment.root())
                .and("round", comment.round())
                .and("kind", comment.kind())
                .and("text", comment.text())
                .and("quote", comment.quote())
                .and("prefix", comment.prefix())
                .and("suffix", comment.suffix())
                .and("start", comment.start())
                .and("replacement", comment.replacement())
                .and("author", comment.author().id())
                .and("name", comment.author().name())
                .and("post", comment.author().post())
                .and("unit", comment.author().unit())
                .and("unitName", comment.author().unitName())
                .and("capacity", comment.capacity())
                .and("state", comment.state())
                .and("visibility", comment.visibility())
                .and("restricted", comment.restricted())
                .and("late", comment.late())
                .and("created", comment.createdAt())
                .and("sent", comment.sentAt())
                .and("enteredBy", comment.entered() ? comment.author().id() : null);
    }

    void addFile(CommentId comment, CommentFile file, String sha256, PersonId by, Instant now) {
        jdbc.sql("""
                INSERT INTO comment_file (id, comment_id, sha256, file_name, size, person_id, at)
                VALUES (:id, :comment, :sha256, :name, :size, :by, :now)
                """)
                .paramSource(SqlParameters.of("id", file.id())
                        .and("comment", comment)
                        .and("sha256", sha256)
                        .and("name", file.name())
                        .and("size", file.size())
                        .and("by", by)
                        .and("now", now))
                .update();
    }

    /** The hash of a file of the opinion. */
    Optional<String> fileHash(CommentId comment, UUID file) {
        return jdbc.sql("SELECT sha256 FROM comment_file WHERE id = :file AND comment_id = :comment")
                .paramSource(SqlParameters.of("comment", comment).and("file", file))
                .query(String.class)
                .optional();
    }

    /** Whether the opinion had the file and has it no more. */
    boolean removeFile(CommentId comment, UUID file) {
        return jdbc.sql("DELETE FROM comment_file WHERE id = :file AND comment_id = :comment")
                        .paramSource(SqlParameters.of("comment", comment).and("file", file))
                        .update()
                == 1;
    }

    List<ProvisionId> places(CommentId comment) {
        return jdbc.sql("SELECT provision_id FROM comment_place WHERE comment_id = :comment ORDER BY ordinal")
                .paramSource(SqlParameters.of("comment", comment))
                .query((row, n) -> new ProvisionId(row.getObject("provision_id", UUID.class)))
                .list();
    }

    /** Those of the places that an opinion, in any state, or a question of a round names. */
    List<ProvisionId> spokenAbout(Collection<ProvisionId> places) {
        return jdbc.sql("""
                SELECT provision_id FROM comment WHERE provision_id = ANY (:places::uuid[])
                UNION SELECT provision_id FROM comment_place WHERE provision_id = ANY (:places::uuid[])
                UNION SELECT provision_id FROM round_question WHERE provision_id = ANY (:places::uuid[])
                """)
                .paramSource(SqlParameters.of("places", places))
                .query((row, n) -> new ProvisionId(row.getObject("provision_id", UUID.class)))
                .list();
    }

    /** @param words that an opinion at the place quotes */
    record Quote(ProvisionId place, String words) {}

    List<Quote> quotes(Collection<ProvisionId> places) {
        return jdbc.sql("""
                SELECT DISTINCT provision_id, quote FROM comment
                WHERE provision_id = ANY (:places::uuid[]) AND quote IS NOT NULL
                """)
                .paramSource(SqlParameters.of("places", places))
                .query((row, n) ->
                        new Quote(new ProvisionId(row.getObject("provision_id", UUID.class)), row.getString("quote")))
                .list();
    }

    /**
     * Opinions and replies that stand beside what is read and that the asker may see; threads in order of their first
     * opinion.
     */
    List<Comment> visible(Beside read, Person asker, Instant now) {
        return jdbc.sql(IN_THREADS + Beside.THREADS + " AND " + Beside.CARRIED + IN_ORDER)
                .paramSource(read.parameters(asker, now))
                .query((row, n) -> comment(row))
                .list();
    }

    /** The same, of threads in which something changed in this transaction or a later one. */
    List<Comment> changed(Beside read, String since, Person asker, Instant now) {
        return jdbc.sql(IN_THREADS
                        + Beside.CARRIED
                        + """
                \sAND c.id IN (SELECT o.root_id FROM comment o WHERE o.changed >= :since::text::xid8 AND %s
                         UNION
                         SELECT o.root_id FROM comment o WHERE o.changed >= :since::text::xid8 AND %s)
                """.formatted(Beside.ON_SERIES.replace("c.", "o."), Beside.ON_DOSSIER.replace("c.", "o."))
                        + IN_ORDER)
                .paramSource(read.parameters(asker, now).and("since", since))
                .query((row, n) -> comment(row))
                .list();
    }

    /** Those of the opinions and replies whose threads the asker may see. */
    List<Comment> visible(Collection<CommentId> ids, Person asker, Instant now) {
        return jdbc.sql(IN_THREADS + "m.id = ANY (:ids::uuid[])" + IN_ORDER)
                .paramSource(CommentAccess.parameters(asker, now).and("ids", ids))
                .query((row, n) -> comment(row))
                .list();
    }

    Optional<Comment> any(CommentId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM comment c WHERE c.id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> comment(row))
                .optional();
    }

    /**
     * What a unit has prepared and not sent on the drafts of a round, and on the whole of their dossiers; nobody changes
     * it until the transaction ends.
     */
    List<Comment> lockUnitDrafts(UnitId unit, RoundId round) {
        return jdbc.sql("SELECT " + COLUMNS + """
                 FROM comment c
                WHERE c.unit_id = :unit AND c.state = 'UNIT_DRAFT' AND EXISTS (
                      SELECT FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                      WHERE rd.round_id = :round
                        AND (v.id = c.version_id OR (c.version_id IS NULL AND v.dossier_id = c.dossier_id)))
                ORDER BY c.id FOR UPDATE OF c
                """)
                .paramSource(SqlParameters.of("round", round).and("unit", unit))
                .query((row, n) -> comment(row))
                .list();
    }

    /**
     * Whether the opinion had this version and has these words now.
     *
     * @param edited when that was; null where nobody else has read those before
     */
    boolean update(
            CommentId id,
            int version,
            CommentKind kind,
            String text,
            @Nullable String replacement,
            @Nullable Instant edited) {
        return jdbc.sql("""
                UPDATE comment SET kind = :kind, text = :text, replacement = :replacement, edited_at = :edited,
                                   version = version + 1
                WHERE id = :id AND version = :version
                """)
                        .paramSource(SqlParameters.of("id", id)
                                .and("version", version)
                                .and("kind", kind)
                                .and("text", text)
                                .and("replacement", replacement)
                                .and("edited", edited))
                        .update()
                == 1;
    }

    /** Whether the opinion was as the given one was read, and has gone out now. */
    boolean sent(Comment comment) {
        return jdbc.sql("""
                UPDATE comment SET state = :state, round_id = :round, visibility = :visibility, late = :late,
                                   sent_at = :sent, edited_at = NULL, version = version + 1
                WHERE id = :id AND version = :seen
                """)
                        .paramSource(parameters(comment).and("seen", comment.version()))
                        .update()
                == 1;
    }

    /** Open pages take the thread over again; the opinion itself is as it was. */
    void mark(CommentId id) {
        jdbc.sql("UPDATE comment SET state = state WHERE id = :id")
                .paramSource(SqlParameters.of("id", id))
                .update();
    }

    /** Whether the opinion had this version and has the next one now: something besides its words is different. */
    boolean touch(CommentId id, int version) {
        return jdbc.sql("UPDATE comment SET version = version + 1 WHERE id = :id AND version = :version")
                        .paramSource(SqlParameters.of("id", id).and("version", version))
                        .update()
                == 1;
    }

    /** Whether the opinion had this version and is withdrawn now. */
    boolean withdraw(CommentId id, int version) {
        return jdbc.sql("""
                UPDATE comment SET state = 'WITHDRAWN', version = version + 1 WHERE id = :id AND version = :version
                """)
                        .paramSource(SqlParameters.of("id", id).and("version", version))
                        .update()
                == 1;
    }

    /** Whether the opinion had this version and is gone now. */
    boolean delete(CommentId id, int version) {
        for (String table : List.of("comment_place", "comment_reader")) {
            jdbc.sql("DELETE FROM " + table + " WHERE comment_id = :id")
                    .paramSource(SqlParameters.of("id", id))
                    .update();
        }
        return jdbc.sql("DELETE FROM comment WHERE id = :id AND version = :version")
                        .paramSource(SqlParameters.of("id", id).and("version", version))
                        .update()
                == 1;
    }

    /** Those of the opinions that are still there, as they are now; nobody changes them until the transaction ends. */
    List<Comment> lock(Collection<CommentId> ids) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM comment c WHERE c.id = ANY (:ids::uuid[]) ORDER BY c.id FOR UPDATE")
                .paramSource(SqlParameters.of("ids", ids))
                .query((row, n) -> comment(row))
                .list();
    }

    /** How many first opinions on the draft were sent in the round. */
    int countSent(RoundId round, VersionId draft) {
        return jdbc.sql("""
                SELECT count(*)::int FROM comment
                WHERE id = root_id AND state = 'SENT' AND round_id = :round AND version_id = :draft
                """)
                .paramSource(SqlParameters.of("round", round).and("draft", draft))
                .query(Integer.class)
                .single();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        UUID version = row.getObject("version_id", UUID.class);
        UUID provision = row.getObject("provision_id", UUID.class);
        UUID lineage = row.getObject("lineage_id", UUID.class);
        UUID round = row.getObject("round_id", UUID.class);
        UUID unit = row.getObject("unit_id", UUID.class);
        var sent = row.getTimestamp("sent_at");
        var edited = row.getTimestamp("edited_at");
        return new Comment(
                new CommentId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new DossierId(row.getObject("dossier_id", UUID.class)),
                version == null ? null : new VersionId(version),
                provision == null ? null : new ProvisionId(provision),
                lineage == null ? null : new LineageId(lineage),
                new CommentId(row.getObject("root_id", UUID.class)),
                round == null ? null : new RoundId(round),
                CommentKind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getString("quote"),
                row.getString("prefix"),
                row.getString("suffix"),
                row.getObject("quote_start", Integer.class),
                row.getString("replacement"),
                new Comment.Author(
                        new PersonId(row.getObject("author_id", UUID.class)),
                        row.getString("author_name"),
                        row.getString("author_post"),
                        unit == null ? null : new UnitId(unit),
                        row.getString("unit_name")),
                Capacity.valueOf(row.getString("capacity")),
                CommentState.valueOf(row.getString("state")),
                Visibility.valueOf(row.getString("visibility")),
                row.getBoolean("restricted"),
                row.getBoolean("late"),
                row.getTimestamp("created_at").toInstant(),
                sent == null ? null : sent.toInstant(),
                edited == null ? null : edited.toInstant(),
                CommentFile.read(row.getString("files")),
                row.getBoolean("entered"));
    }
}
