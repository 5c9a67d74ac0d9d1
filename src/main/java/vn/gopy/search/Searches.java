package vn.gopy.search;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Units;
import vn.gopy.consultation.CommentId;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.search.EngineAnswer.Count;
import vn.gopy.search.EngineAnswer.Found;
import vn.gopy.search.EngineQuery.Order;
import vn.gopy.search.SearchResults.FacetValue;

/**
 * Searching, each person within what that person may see at this moment. The index is asked only for dossiers that the
 * database calls readable and with the person's own access tokens; each hit is asked for once more in the database before
 * its words are loaded. So a right that was taken away counts at once, also while the index lags.
 */
@Service
public class Searches {

    private final SearchEngine engine;
    private final Finder finder;
    private final Abbreviations abbreviations;
    private final Suggestions suggestions;
    private final HitQuery hits;
    private final Units units;
    private final IndexKeeper keeper;
    private final Clock clock;

    Searches(
            SearchEngine engine,
            Abbreviations abbreviations,
            HitQuery hits,
            Units units,
            IndexKeeper keeper,
            Clock clock) {
        this.engine = engine;
        this.finder = new Finder(engine, abbreviations);
        this.abbreviations = abbreviations;
        this.suggestions = new Suggestions(engine, finder);
        this.hits = hits;
        this.units = units;
        this.keeper = keeper;
        this.clock = clock;
    }

    /**
     * What the person finds; administrators find nothing. While a broken index is made anew the answer is empty and said
     * to be incomplete.
     */
    @Transactional(readOnly = true)
    public SearchResults search(Person asker, SearchRequest request) {
        try {
            return answer(asker, request);
        } catch (IndexBrokenException broken) {
            keeper.askForRebuild();
            return new SearchResults(0, 0, List.of(), Map.of(), Optional.empty(), 0, false, false);
        }
    }

    private SearchResults answer(Person asker, SearchRequest request) {
        long start = System.nanoTime();
        Instant now = clock.instant();
        Map<String, String> dossiers = hits.dossiers(asker, now);
        Asking asking = asking(asker, request, dossiers.keySet());
        Findings findings = finder.find(asking);
        EngineAnswer answer = findings.answer();
        return new SearchResults(
                answer.total(),
                (System.nanoTime() - start) / 1_000_000,
                shown(findings, asker, now),
                facets(answer.facets(), dossiers),
                suggestions.better(asking, findings),
                findings.question().leftOut(),
                findings.folded(),
                answer.complete());
    }

    private static Asking asking(Person asker, SearchRequest request, Set<String> dossiers) {
        Order order = request.newestFirst() ? Order.NEWEST : Order.RELEVANCE;
        int size = Math.clamp(request.size(), 0, Asking.MAX_SIZE);
        int from = (int) Math.min((long) Math.max(0, request.page()) * size, Asking.MAX_DEPTH);
        Map<Facet, Set<String>> bounds = Map.of(Facet.DOSSIER, dossiers);
        return new Asking(
                request.text(), request.selections(), bounds, AccessTokens.of(asker), order, from, size, true);
    }

    private List<SearchHit> shown(Findings findings, Person asker, Instant now) {
        List<Found> found = findings.answer().hits();
        Map<String, HitQuery.Row> visible = visible(found, asker, now);
        List<String> allowed =
                found.stream().map(Found::id).filter(visible::containsKey).toList();
        Map<String, Passage> passages = new Passages(engine, findings, abbreviations)
                .of(allowed).stream().collect(Collectors.toMap(Passage::id, passage -> passage));
        Map<UUID, List<HitQuery.Step>> ways = hits.ways(places(visible, passages.values()));
        return found.stream()
                .filter(hit -> passages.containsKey(hit.id()))
                .map(hit -> hit(hit, visible.get(hit.id()), passages.get(hit.id()), ways))
                .toList();
    }

    private Map<String, HitQuery.Row> visible(List<Found> found, Person asker, Instant now) {
        Map<HitType, List<UUID>> byType = new EnumMap<>(HitType.class);
        found.forEach(hit -> byType.computeIfAbsent(type(hit.id()), none -> new ArrayList<>())
                .add(uuid(hit.id())));
        Map<String, HitQuery.Row> visible = new HashMap<>();
        byType.forEach((type, ids) ->
                hits.visible(type, ids, asker, now).forEach((id, row) -> visible.put(type + ":" + id, row)));
        return visible;
    }

    private static Set<UUID> places(Map<String, HitQuery.Row> visible, Collection<Passage> passages) {
        Set<UUID> places = new HashSet<>();
        passages.forEach(passage ->
                Optional.ofNullable(place(visible.get(passage.id()), passage)).ifPresent(places::add));
        return places;
    }

    /** The smallest place where there is one, else the place that the whole hit is about. */
    private static @Nullable UUID place(HitQuery.Row row, Passage passage) {
        return passage.ref() == null ? row.provisionId() : UUID.fromString(passage.ref());
    }

    private static SearchHit hit(Found found, HitQuery.Row row, Passage passage, Map<UUID, List<HitQuery.Step>> ways) {
        UUID place = place(row, passage);
        List<HitQuery.Step> way = place == null ? List.of() : ways.getOrDefault(place, List.of());
        return new SearchHit(
                type(found.id()),
                new DossierId(row.dossierId()),
                row.dossierTitle(),
                row.versionId() == null ? null : new VersionId(row.versionId()),
                row.ordinal(),
                row.main(),
                place == null ? null : new ProvisionId(place),
                row.commentId() == null ? null : new CommentId(row.commentId()),
                way.isEmpty() ? null : way.getLast().path(),
                way.isEmpty() ? null : Way.anchor(way),
                way.isEmpty() ? null : Way.citation(way),
                Way.steps(way),
                row.state(),
                passage.title(),
                passage.snippet(),
                found.score());
    }

    private Map<Facet, List<FacetValue>> facets(Map<Facet, List<Count>> counts, Map<String, String> dossiers) {
        Map<Facet, List<FacetValue>> named = new EnumMap<>(Facet.class);
        counts.forEach((facet, values) -> named.put(
                facet,
                values.stream()
                        .map(count -> named(facet, count, dossiers))
                        .filter(Objects::nonNull)
                        .toList()));
        return named;
    }

    private @Nullable FacetValue named(Facet facet, Count count, Map<String, String> dossiers) {
        String name = switch (facet) {
            case DOSSIER -> dossiers.get(count.value());
            case UNIT -> units.byCode(count.value()).map(unit -> unit.name()).orElse(count.value());
            default -> count.value();
        };
        return name == null ? null : new FacetValue(count.value(), name, count.count());
    }

    private static HitType type(String id) {
        return HitType.valueOf(id.substring(0, id.indexOf(':')));
    }

    private static UUID uuid(String id) {
        return UUID.fromString(id.substring(id.indexOf(':') + 1));
    }
}
