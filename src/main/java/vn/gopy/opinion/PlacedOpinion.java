package vn.gopy.opinion;

import org.jspecify.annotations.Nullable;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.Anchor;

/**
 * How an opinion on an earlier version stands to the one that is read.
 *
 * @param ordinal lần thứ mấy that version was
 * @param place where it was said, in words: "Khoản 4 Điều 7"
 * @param uptake null where it proposed no wording
 */
public record PlacedOpinion(
        Anchor anchor,
        VersionId from,
        int ordinal,
        ProvisionId origin,
        String place,
        @Nullable Uptake uptake) {}
