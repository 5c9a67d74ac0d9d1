package vn.gopy.draft.inside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.VersionName;

/**
 * Where a text stands that was found and may be shown.
 *
 * @param id of the text
 * @param version what its version is in the dossier; null where it is about the whole dossier
 * @param own whether the asker wrote it
 */
public record FoundPlace(
        UUID id,
        UUID dossierId,
        String dossierTitle,
        @Nullable UUID versionId,
        @Nullable VersionName version,
        @Nullable UUID provisionId,
        @Nullable UUID commentId,
        String state,
        boolean own) {

    /**
     * The columns of dossier and version, in a question with a dossier {@code d}, and with a version {@code v} and its
     * series {@code s} where there is one.
     */
    public static final String IN_DOSSIER = "d.id AS dossier_id, d.title, v.id AS version_id, " + VersionName.COLUMNS;

    /** Of a row with {@code id}, {@link #IN_DOSSIER}, {@code provision_id}, {@code comment_id}, {@code state} and {@code own}. */
    public static FoundPlace of(ResultSet row, int n) throws SQLException {
        return new FoundPlace(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("title"),
                row.getObject("version_id", UUID.class),
                row.getObject("version_id") == null ? null : VersionName.of(row),
                row.getObject("provision_id", UUID.class),
                row.getObject("comment_id", UUID.class),
                row.getString("state"),
                row.getBoolean("own"));
    }
}
