package vn.gopy.draft.inside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Under what a text is found and counted.
 *
 * @param kind of the dossier's document
 * @param unit code of whose it is; null where it is a person's or nobody's
 * @param latest whether no later version of the draft was published
 */
public record Filing(
        UUID dossier,
        String dossierTitle,
        String kind,
        @Nullable String unit,
        boolean latest,
        Instant writtenAt) {

    /**
     * The columns of it but for {@code written_at}, in a question with a dossier {@code d}, a version {@code v} where there
     * is one, and a unit {@code u} where there is one.
     */
    public static final String COLUMNS = """
            d.id AS dossier_id, d.title AS dossier_title, d.kind, u.code AS unit,
            NOT EXISTS (SELECT FROM draft_version w WHERE w.series_id = v.series_id AND w.state = 'PUBLISHED'
                        AND w.ordinal > v.ordinal) AS latest""";

    /** Of a row with {@link #COLUMNS} and {@code written_at}. */
    public static Filing of(ResultSet row) throws SQLException {
        return new Filing(
                row.getObject("dossier_id", UUID.class),
                row.getString("dossier_title"),
                row.getString("kind"),
                row.getString("unit"),
                row.getBoolean("latest"),
                row.getTimestamp("written_at").toInstant());
    }
}
