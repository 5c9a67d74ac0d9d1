package vn.gopy.draft.anchor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.alignment.AlignmentKeeper;

/** Finds the ways from earlier versions to the one that is read, whoever asks: ask only for one that may be read. */
@Component
public class Anchorings {

    /** Places that are remembered, of all ways together: some four of long codes. */
    private static final int MOST_PLACES = 60_000;

    /** Words that were erased meanwhile do not stay in memory for long. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final EditionQuery query;
    private final AlignmentKeeper alignment;
    private final DraftsInside drafts;
    private final Cache<String, Ways> known = Caffeine.newBuilder()
            .maximumWeight(MOST_PLACES)
            .weigher((String state, Ways ways) -> ways.size())
            .expireAfterWrite(KEPT)
            .build();

    Anchorings(EditionQuery query, AlignmentKeeper alignment, DraftsInside drafts) {
        this.query = query;
        this.alignment = alignment;
        this.drafts = drafts;
    }

    /** Those before the version; none while its check is not finished. Their places are read only when a way is asked for. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public EarlierVersions before(DraftVersion read) {
        List<EditionQuery.Published> all =
                read.state() == VersionState.PUBLISHED ? query.upTo(read) : List.<EditionQuery.Published>of();
        String state = read.id()
                + all.stream().map(it -> "," + it.id() + "." + it.number()).collect(Collectors.joining());
        List<EditionQuery.Published> earlier =
                all.stream().filter(it -> !it.id().equals(read.id())).toList();
        return new EarlierVersions(earlier, state, read.ordinal(), () -> ways(state, all));
    }

    private Ways ways(String state, List<EditionQuery.Published> all) {
        return Optional.ofNullable(known.getIfPresent(state)).orElseGet(() -> {
            Ways made = made(all);
            known.put(state, made);
            return made;
        });
    }

    /** @param all the version that is read last */
    private Ways made(List<EditionQuery.Published> all) {
        List<Edition> editions = all.stream()
                .map(it -> new Edition(it.id(), drafts.provisions(it.id())))
                .toList();
        Map<VersionId, Integer> at = new HashMap<>();
        IntStream.range(0, all.size()).forEach(n -> at.put(all.get(n).id(), n));
        Edition read = editions.getLast();
        Map<VersionId, Anchoring> ways = new HashMap<>();
        Deque<Step> steps = new ArrayDeque<>();
        Integer newer = all.size() - 1;
        for (Integer older = older(all, newer, at); older != null; older = older(all, newer, at)) {
            Edition before = editions.get(older);
            Edition after = editions.get(newer);
            steps.addFirst(new Step(before, after, alignment.holding(before.version(), after.version())));
            ways.put(before.version(), new Anchoring(before, new ArrayList<>(steps)));
            newer = older;
        }
        // One that was passed over when the next was published: its places go on by their identities.
        editions.stream()
                .filter(edition -> edition != read && !ways.containsKey(edition.version()))
                .forEach(edition -> ways.put(
                        edition.version(), new Anchoring(edition, List.of(new Step(edition, read, List.of())))));
        return new Ways(
                ways,
                List.copyOf(steps),
                editions.stream().mapToInt(Edition::size).sum());
    }

    private static @Nullable Integer older(
            List<EditionQuery.Published> all, Integer newer, Map<VersionId, Integer> at) {
        VersionId older = all.get(newer).older();
        return older == null ? null : at.get(older);
    }

    /** @param size how many places they know */
    private record Ways(Map<VersionId, Anchoring> byVersion, List<Step> chain, int size)
            implements EarlierVersions.Ways {

        @Override
        public Anchoring from(VersionId earlier) {
            return Objects.requireNonNull(byVersion.get(earlier));
        }
    }
}
