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
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
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
    @Transactional(readOnly = true)
    public EarlierVersions before(DraftVersion read) {
        List<EditionQuery.Published> all =
                read.state() == VersionState.PUBLISHED ? query.upTo(read) : List.<EditionQuery.Published>of();
        String state = read.id()
                + all.stream().map(it -> "," + it.id() + "." + it.number()).collect(Collectors.joining());
        List<EditionQuery.Published> earlier =
                all.stream().filter(it -> !it.id().equals(read.id())).toList();
        return new EarlierVersions(
                earlier, state, from -> ways(state, read.id(), all).from(from));
    }

    private Ways ways(String state, VersionId read, List<EditionQuery.Published> all) {
        return Optional.ofNullable(known.getIfPresent(state)).orElseGet(() -> {
            Ways made = made(read, all);
            known.put(state, made);
            return made;
        });
    }

    private Ways made(VersionId read, List<EditionQuery.Published> all) {
        Map<VersionId, EditionQuery.Published> published =
                all.stream().collect(Collectors.toMap(EditionQuery.Published::id, Function.identity()));
        Map<VersionId, Edition> editions = all.stream()
                .collect(Collectors.toMap(
                        EditionQuery.Published::id, it -> new Edition(it.id(), drafts.provisions(it.id()))));
        Map<VersionId, Anchoring> ways = new HashMap<>();
        Deque<Step> steps = new ArrayDeque<>();
        VersionId at = read;
        for (VersionId older = published.get(at).older();
                published.containsKey(older);
                older = published.get(at).older()) {
            steps.addFirst(new Step(editions.get(older), editions.get(at), alignment.holding(older, at)));
            ways.put(older, new Anchoring(editions.get(older), new ArrayList<>(steps)));
            at = older;
        }
        // One that was passed over when the next was published: its places go on by their identities.
        editions.forEach((id, edition) -> ways.computeIfAbsent(
                id, aside -> new Anchoring(edition, List.of(new Step(edition, editions.get(read), List.of())))));
        return new Ways(ways, editions.values().stream().mapToInt(Edition::size).sum());
    }

    /** @param size how many places they know */
    private record Ways(Map<VersionId, Anchoring> byVersion, int size) {

        Anchoring from(VersionId earlier) {
            return byVersion.get(earlier);
        }
    }
}
