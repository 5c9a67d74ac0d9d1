package vn.gopy.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An addressable place of a version, with its permanent identity.
 *
 * @param lineage null until the check of the version is finished
 * @param body code of the body, empty for an annex of the whole package
 */
public record PlacedProvision(
        ProvisionId id,
        @Nullable LineageId lineage,
        VersionId versionId,
        int position,
        PlaceKind kind,
        String body,
        String path,
        @Nullable ProvisionId parent,
        @Nullable String number,
        @Nullable String label,
        @Nullable String heading,
        String text,
        @Nullable Integer depth,
        @Nullable List<List<String>> rows) {}
