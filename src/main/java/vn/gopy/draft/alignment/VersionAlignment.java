package vn.gopy.draft.alignment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.PlacedProvision;

/**
 * How a version is tied to the one before.
 *
 * @param older null for the first of its series; then there are no ties
 * @param ties those that hold, in the reading order of the version
 * @param olderPlaces every place of the older version, in reading order
 * @param places every place of the version
 */
public record VersionAlignment(
        DraftVersion version,
        @Nullable DraftVersion older,
        List<StoredTie> ties,
        List<PlacedProvision> olderPlaces,
        List<PlacedProvision> places) {}
