package vn.gopy.draft.anchor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;

/** The published versions of a series before the one that is read, and the ways from them to it. */
public final class EarlierVersions {

    private final List<EditionQuery.Published> before;
    private final String state;
    private final int read;
    private final Supplier<Ways> ways;

    /** @param read lần thứ mấy the version is that is read */
    EarlierVersions(List<EditionQuery.Published> before, String state, int read, Supplier<Ways> ways) {
        this.read = read;
        this.before = before;
        this.state = state;
        this.ways = ways;
    }

    /** The ways that are known once the places of the versions are read. */
    interface Ways {

        Anchoring from(VersionId earlier);

        List<Step> chain();
    }

    /**
     * A place as it was in one of the versions, or is in the one that is read.
     *
     * @param ordinal lần thứ mấy that version is
     * @param place in words: "Khoản 4 Điều 7"
     * @param words with all that stands below it
     */
    public record Stage(int ordinal, String place, String words) {}

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
        return ways.get().from(earlier);
    }

    /** A place of the version that is read in every version that has it, oldest first; nothing where there is none before. */
    public List<Stage> lifeOf(ProvisionId place) {
        Deque<Stage> life = new ArrayDeque<>();
        if (before.isEmpty() || ways.get().chain().isEmpty()) {
            return List.of();
        }
        List<Step> chain = ways.get().chain();
        Edition now = chain.getLast().after();
        Optional<PlacedProvision> at = now.place(place);
        at.ifPresent(it -> life.addFirst(new Stage(read, now.name(it), now.whole(it))));
        for (Step step : chain.reversed()) {
            at = at.flatMap(step::origin);
            Edition then = step.before();
            at.ifPresent(it -> life.addFirst(new Stage(ordinal(then.version()), then.name(it), then.whole(it))));
        }
        return List.copyOf(life);
    }
}
