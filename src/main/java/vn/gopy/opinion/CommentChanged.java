package vn.gopy.opinion;

import org.jspecify.annotations.Nullable;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.VersionId;

/** Something in a thread changed. Published inside the transaction of the change. */
public record CommentChanged(
        CommentId root, DossierId dossierId, @Nullable VersionId versionId) {}
