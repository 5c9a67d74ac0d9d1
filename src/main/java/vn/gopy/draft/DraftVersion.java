package vn.gopy.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;
import vn.gopy.legaltext.Problem;

/**
 * One uploaded file of a series (dự thảo lần n).
 *
 * @param ordinal counts from 1 within its series
 * @param label what the uploader calls it; empty for "Dự thảo lần n"
 * @param problem why it could not be read, in state FAILED
 * @param ended whether its dossier has: nothing changes any more
 */
public record DraftVersion(
        VersionId id,
        int version,
        DossierId dossierId,
        SeriesId seriesId,
        SeriesRole role,
        int ordinal,
        String label,
        VersionState state,
        @Nullable Problem problem,
        StoredFile file,
        PersonId uploadedBy,
        Instant uploadedAt,
        @Nullable Instant publishedAt,
        boolean ended) {

    /** The original bytes' name and measures. */
    public record StoredFile(String name, String sha256, String mediaType, long size) {}
}
