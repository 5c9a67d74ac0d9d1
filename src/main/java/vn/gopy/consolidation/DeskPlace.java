package vn.gopy.consolidation;

import org.jspecify.annotations.Nullable;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;

/**
 * A place that something was said of in a round, with how much; a group counts where its first point stands.
 *
 * @param draft its code where the round has several drafts, else empty
 * @param name in words: "Khoản 2 Điều 7"; "Ý kiến chung" for what has no place
 * @param open points without an outcome
 */
public record DeskPlace(Key key, String draft, String name, int groups, int points, int open) {

    /** Where it is: on a draft or on none, at a provision or, with restricted points, in the general part. */
    public record Key(@Nullable VersionId draft, @Nullable ProvisionId provision) {}

    /**
     * A group as it is listed at its place.
     *
     * @param open points without an outcome
     */
    public record Group(GroupId id, int points, int open) {}

    /** The same with other numbers. */
    public DeskPlace counting(int moreGroups, int morePoints, int moreOpen) {
        return new DeskPlace(key, draft, name, groups + moreGroups, points + morePoints, open + moreOpen);
    }
}
