package vn.gopy.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;
import vn.gopy.legaltext.Problem;
import vn.gopy.shared.VersionNumber;

/**
 * One uploaded file of a series (dự thảo lần n).
 *
 * @param name what it is in its dossier
 * @param label what the uploader calls it; empty for "Dự thảo lần n"
 * @param problem why it could not be read, in state FAILED
 * @param ended whether its dossier has: nothing changes any more
 */
public record DraftVersion(
        VersionId id,
        int version,
        DossierId dossierId,
        SeriesId seriesId,
        VersionName name,
        String label,
        VersionState state,
        @Nullable Problem problem,
        StoredFile file,
        PersonId uploadedBy,
        Instant uploadedAt,
        @Nullable Instant publishedAt,
        boolean ended) {

    /** What its series is. */
    public SeriesRole role() {
        return name.role();
    }

    /** Counts from 1 within its series. */
    public int ordinal() {
        return name.ordinal();
    }

    /** How addresses name it. */
    public VersionNumber number() {
        return name.number();
    }

    /** Whether it has a text that may be read on a page. */
    public boolean isReadable() {
        return state == VersionState.PUBLISHED || state == VersionState.REVIEW;
    }

    /** The original bytes' name and measures. */
    public record StoredFile(String name, String sha256, String mediaType, long size) {}
}
