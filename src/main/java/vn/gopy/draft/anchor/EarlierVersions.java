package vn.gopy.draft.anchor;

import java.util.List;
import java.util.function.Function;
import vn.gopy.draft.VersionId;

/** The published versions of a series before the one that is read, and the ways from them to it. */
public final class EarlierVersions {

    private final List<EditionQuery.Published> before;
    private final String state;
    private final Function<VersionId, Anchoring> ways;

    EarlierVersions(List<EditionQuery.Published> before, String state, Function<VersionId, Anchoring> ways) {
        this.before = before;
        this.state = state;
        this.ways = ways;
    }

    /** Oldest first. */
    public List<VersionId> ids() {
        return before.stream().map(EditionQuery.Published::id).toList();
    }

    /** Another text where a place or a tie of these versions is another. */
    public String state() {
        return state;
    }

    /** Lần thứ mấy, from 1. */
    public int ordinal(VersionId earlier) {
        return before.stream()
                .filter(it -> it.id().equals(earlier))
                .findFirst()
                .orElseThrow()
                .ordinal();
    }

    /** The way from one of them to the version that is read. */
    public Anchoring from(VersionId earlier) {
        return ways.apply(earlier);
    }
}
