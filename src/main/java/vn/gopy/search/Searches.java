package vn.gopy.search;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.Units;
import vn.gopy.draft.inside.AccessTokens;
import vn.gopy.search.SearchResults.FacetValue;
import vn.gopy.search.SearchResults.NearHits;
import vn.gopy.search.engine.EngineAnswer;
import vn.gopy.search.engine.EngineAnswer.Count;
import vn.gopy.search.engine.EngineAnswer.Found;
import vn.gopy.search.engine.EngineQuery.Order;
import vn.gopy.search.engine.IndexBrokenException;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.hit.Passages;
import vn.gopy.search.hit.VisibleHits;
import vn.gopy.search.index.IndexKeeper;
import vn.gopy.search.question.Abbreviations;
import vn.gopy.search.question.AnsweredQuestion;
import vn.gopy.search.question.Asking;
import vn.gopy.search.question.Finder;
import vn.gopy.search.question.NearMisses;
import vn.gopy.search.question.NearMisses.NearMiss;
import vn.gopy.search.question.Reordering;
import vn.gopy.shared.PlansRepository;
import vn.gopy.shared.Refusal;

/**
 * Searching, each person within what that person may see at this moment. The index is asked only for dossiers that the
 * database calls readable and with the person's own access tokens; it is asked ahead for those of the last search, and the
 * answer is thrown away where the database calls others readable. Each hit is asked for once more in the database before
 * its words are loaded. So a right that was taken away counts at once, also while the index lags.
 */
@Service
public class Searches {

    private static final Executor BESIDE = Thread.ofVirtual().name("search-", 0)::start;

    private final SearchEngine engine;
    private final Finder finder;
    private final Abbreviations abbreviations;
    private final Suggestions suggestions;
    private final VisibleHits visible;
    private final Units units;
    private final IndexKeeper keeper;
    private final PlansRepository plans;
    private final Clock clock;

    public Searches(
            SearchEngine engine,
            Abbreviations abbreviations,
            VisibleHits visible,
            Units units,
            IndexKeeper keeper,
            PlansRepository plans,
            Clock clock,
            Reordering reordering) {
        this.engine = engine;
        this.finder = new Finder(engine, abbreviations, reordering);
        this.abbreviations = abbreviations;
        this.suggestions = new Suggestions(engine, finder);
        this.visible = visible;
        this.units = units;
        this.keeper = keeper;
        this.plans = plans;
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
            keeper.suspect();
            return SearchResults.none();
        }
    }

    private SearchResults answer(Person asker, SearchRequest request) {
        long start = System.nanoTime();
        Instant now = clock.instant();
        Optional<Set<String>> latest = visible.latestDossiers(asker);
        Optional<CompletableFuture<AnsweredQuestion>> ahead =
                latest.map(dossiers -> beside(() -> finder.find(asking(asker, request, dossiers))));
        plans.keep();
        Set<String> dossiers = visible.dossiers(asker);
        Asking asking = asking(asker, request, dossiers);
        AnsweredQuestion findings = ahead.filter(guess -> latest.get() == dossiers)
                .map(Searches::joined)
                .orElseGet(() -> finder.find(asking));
        EngineAnswer answer = findings.answer();
        boolean everyWord = finder.takesEveryWord(findings);
        CompletableFuture<Lack> lacking = everyWord
                ? CompletableFuture.completedFuture(lack(asking, findings))
                : beside(() -> lack(asking, findings));
        List<NearMiss> near = everyWord ? lacking.join().near() : List.of();
        Map<String, SearchHit> shown = shown(findings, near, asker, now);
        Map<Facet, List<FacetValue>> facets = facets(answer.facets(), wanted(request, shown.values()));
        Optional<String> better = suggestions.better(
                asking, findings, ids -> visible.of(ids, asker, now).keySet());
        Lack lack = joined(lacking);
        return new SearchResults(
                answer.total(),
                lack.whole(),
                lack.unknown(),
                near(near, shown),
                (System.nanoTime() - start) / 1_000_000,
                among(answer.hits(), shown),
                answer.facets().getOrDefault(Facet.DOSSIER, List.of()).size(),
                facets,
                better,
                findings.question().leftOut(),
                findings.folded(),
                answer.complete());
    }

    /** What the hits lack of the question, see {@link SearchResults}. */
    private record Lack(long whole, List<String> unknown, List<NearMiss> near) {}

    /**
     * Asks the index alone; so for a long question, which nothing nearly fits, it is found out on another processor while
     * the database tells what may be shown.
     */
    private Lack lack(Asking asking, AnsweredQuestion findings) {
        long whole = finder.whole(asking, findings);
        if (!asking.isFirstPage() || !findings.tooFew() && whole > 0) {
            return new Lack(whole, List.of(), List.of());
        }
        NearMisses misses = finder.nearMisses(asking, findings);
        return new Lack(whole, misses.unknown(), misses.near());
    }

    /** In its turn with all that others ask. */
    private static <T> CompletableFuture<T> beside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, BESIDE);
    }

    private static <T> T joined(CompletableFuture<T> beside) {
        try {
            return beside.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /**
     * Why the hits of a question stand in their order; for administrators, who read nothing of what was found. So it says
     * nothing of it either, and only of what everybody with an account may read.
     */
    @Transactional(readOnly = true)
    public List<ExplainedHit> explain(Person asker, SearchRequest request) {
        if (!asker.is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden();
        }
        try {
            AnsweredQuestion findings = finder.find(asking(request, Map.of(), Set.of(AccessTokens.EVERYONE)));
            return findings.answer().hits().stream()
                    .map(hit -> new ExplainedHit(
                            hit.id(), hit.score(), findings.reasons().get(hit.id())))
                    .toList();
        } catch (IndexBrokenException broken) {
            keeper.suspect();
            return List.of();
        }
    }

    private static Asking asking(Person asker, SearchRequest request, Set<String> dossiers) {
        return asking(request, Map.of(Facet.DOSSIER, dossiers), AccessTokens.of(asker));
    }

    private static Asking asking(SearchRequest request, Map<Facet, Set<String>> bounds, Set<String> access) {
        Order order = request.newestFirst() ? Order.NEWEST : Order.RELEVANCE;
        int size = Math.clamp(request.size(), 0, Asking.MAX_SIZE);
        int from = (int) Math.min((long) Math.max(0, request.page()) * size, Asking.MAX_DEPTH);
        return new Asking(request.text(), request.selections(), bounds, access, order, from, size, true);
    }

    /** What is shown of all that was found: what nearly fits was found by the same words, read in the same way. */
    private Map<String, SearchHit> shown(AnsweredQuestion findings, List<NearMiss> near, Person asker, Instant now) {
        List<Found> found = new ArrayList<>(findings.answer().hits());
        near.forEach(miss -> found.addAll(miss.findings().answer().hits()));
        return visible.byId(found, asker, now, new Passages(engine, findings, abbreviations)::of);
    }

    private static List<SearchHit> among(List<Found> found, Map<String, SearchHit> shown) {
        return found.stream()
                .map(Found::id)
                .filter(shown::containsKey)
                .map(shown::get)
                .toList();
    }

    private static List<NearHits> near(List<NearMiss> misses, Map<String, SearchHit> shown) {
        return misses.stream()
                .map(miss -> new NearHits(
                        miss.missing(),
                        miss.instead(),
                        miss.findings().answer().total(),
                        among(miss.findings().answer().hits(), shown)))
                .filter(near -> !near.hits().isEmpty())
                .toList();
    }

    /** Values that are told however rare they are: those chosen, to be left out again, and the dossiers of the hits. */
    private static Map<Facet, Set<String>> wanted(SearchRequest request, Collection<SearchHit> shown) {
        Map<Facet, Set<String>> wanted = new EnumMap<>(Facet.class);
        wanted.putAll(request.selections());
        wanted.put(
                Facet.DOSSIER,
                Stream.concat(
                                shown.stream().map(hit -> hit.dossierId().toString()),
                                request.selections().getOrDefault(Facet.DOSSIER, Set.of()).stream())
                        .collect(Collectors.toSet()));
        return wanted;
    }

    /** All of them stand within the dossiers that the asker may read. */
    private Map<Facet, List<FacetValue>> facets(Map<Facet, List<Count>> counts, Map<Facet, Set<String>> wanted) {
        Map<Facet, List<Count>> told = new EnumMap<>(Facet.class);
        counts.forEach((facet, values) -> told.put(facet, told(values, wanted.getOrDefault(facet, Set.of()))));
        Map<String, String> titles = visible.titles(told.getOrDefault(Facet.DOSSIER, List.of()).stream()
                .map(Count::value)
                .toList());
        Map<String, String> unitNames = told.getOrDefault(Facet.UNIT, List.of()).isEmpty()
                ? Map.of()
                : units.all().stream().collect(Collectors.toMap(Unit::code, Unit::name));
        Map<Facet, List<FacetValue>> named = new EnumMap<>(Facet.class);
        told.forEach((facet, values) -> named.put(
                facet,
                values.stream()
                        .map(count -> named(facet, count, titles, unitNames))
                        .filter(Objects::nonNull)
                        .toList()));
        return named;
    }

    /** The most frequent values in their order, and behind them those that are wanted however rare they are. */
    static List<Count> told(List<Count> values, Set<String> wanted) {
        if (values.size() <= EngineAnswer.VALUES_IN_ORDER) {
            return values;
        }
        return Stream.concat(
                        values.stream().limit(EngineAnswer.VALUES_IN_ORDER),
                        values.stream()
                                .skip(EngineAnswer.VALUES_IN_ORDER)
                                .filter(count -> wanted.contains(count.value()))
                                .sorted(Comparator.comparingLong(Count::count)
                                        .reversed()
                                        .thenComparing(Count::value)))
                .toList();
    }

    private static @Nullable FacetValue named(
            Facet facet, Count count, Map<String, String> dossiers, Map<String, String> unitNames) {
        String name = switch (facet) {
            case DOSSIER -> dossiers.get(count.value());
            case UNIT -> unitNames.getOrDefault(count.value(), count.value());
            default -> count.value();
        };
        return name == null ? null : new FacetValue(count.value(), name, count.count());
    }
}
