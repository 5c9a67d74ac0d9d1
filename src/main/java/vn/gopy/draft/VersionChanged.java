package vn.gopy.draft;

/** A version came, was read, or was published. Published inside the transaction of the change. */
public record VersionChanged(VersionId versionId, DossierId dossierId, VersionState state) {}
