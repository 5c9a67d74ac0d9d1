package vn.gopy.draft.api;

import org.jspecify.annotations.Nullable;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.SeriesId;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.legaltext.Problem;

/** A version without its outline. */
record VersionJson(
        VersionId id,
        int version,
        DossierId dossierId,
        SeriesId series,
        SeriesRole role,
        int ordinal,
        String label,
        VersionState state,
        @Nullable Problem problem,
        DraftVersion.StoredFile file,
        String uploadedAt,
        @Nullable String publishedAt) {

    static VersionJson of(DraftVersion version) {
        return new VersionJson(
                version.id(),
                version.version(),
                version.dossierId(),
                version.seriesId(),
                version.role(),
                version.ordinal(),
                version.label(),
                version.state(),
                version.problem(),
                version.file(),
                version.uploadedAt().toString(),
                version.publishedAt() == null ? null : version.publishedAt().toString());
    }
}
