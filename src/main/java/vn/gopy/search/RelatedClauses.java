package vn.gopy.search;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.inside.AccessTokens;
import vn.gopy.draft.inside.PlaceQuery;
import vn.gopy.search.engine.AnalyzedToken;
import vn.gopy.search.engine.EngineAnswer.Found;
import vn.gopy.search.engine.EngineQuery;
import vn.gopy.search.engine.EngineQuery.Order;
import vn.gopy.search.engine.Match;
import vn.gopy.search.engine.Match.KeyField;
import vn.gopy.search.engine.PlaceRange;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.StoredText;
import vn.gopy.search.engine.TextField;
import vn.gopy.search.engine.TextField.Grain;
import vn.gopy.search.engine.TextField.Part;
import vn.gopy.search.hit.Marks;
import vn.gopy.search.hit.Passages;
import vn.gopy.search.hit.VisibleHits;

/**
 * Điều khoản tương tự: clauses of other drafts, or of other places of the same one, that speak of the same things. What a
 * clause speaks of is told by its rarest pairs of neighbouring syllables, which are Vietnamese words mostly.
 */
@Service
public class RelatedClauses {

    private static final int MOST = 6;
    private static final int CANDIDATES = 40;
    private static final int MOST_PAIRS = 24;
    private static final int PAIRS_WEIGHED = 400;
    private static final double LEAST_SHARED = 0.2;
    private static final int ENOUGH_SHARED = 4;

    /** A pair in more of all documents than this is a turn of speech and tells nothing. */
    private static final double COMMON_SHARE = 0.2;

    private static final TextField PAIRS = new TextField(Part.TEXT, Grain.PAIR, false);

    private final SearchEngine engine;
    private final PlaceQuery places;
    private final VisibleHits visible;
    private final Drafts drafts;
    private final Clock clock;

    RelatedClauses(SearchEngine engine, PlaceQuery places, VisibleHits visible, Drafts drafts, Clock clock) {
        this.engine = engine;
        this.places = places;
        this.visible = visible;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * At most six clauses of the latest drafts that the asker may see now, the most alike first; never the clause itself,
     * what holds it, or another version of it.
     *
     * @throws vn.gopy.shared.Refusal NOT_FOUND when the clause is absent or hidden
     */
    @Transactional(readOnly = true)
    public List<SearchHit> of(Person asker, ProvisionId id) {
        PlacedProvision place = drafts.provision(asker, id);
        List<UUID> holders = places.withHolders(id.value());
        List<String> telling = telling(words(place, holders), Math.max(1, places.versionsOf(id.value())));
        if (telling.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        EngineQuery query = query(telling, holders, asker, visible.dossiers(asker));
        List<Found> found = withoutOtherVersions(engine.search(query).hits(), holders);
        Passages passages = new Passages(engine, new Marks(engine, telling));
        return visible.shown(found, asker, now, passages::of).stream()
                .limit(MOST)
                .toList();
    }

    /** The clause with everything below it, as the index has it; else its own words. */
    private String words(PlacedProvision place, List<UUID> holders) {
        String ref = place.id().toString();
        for (StoredText stored : engine.read(ids(holders))) {
            Optional<PlaceRange> range = stored.places().stream()
                    .filter(one -> ref.equals(one.ref()))
                    .findFirst();
            if (range.isPresent()) {
                String own =
                        stored.text().substring(range.get().start(), range.get().end());
                return stored.id().endsWith(ref) ? stored.title() + "\n" + own : own;
            }
        }
        return place.text();
    }

    private static List<String> ids(List<UUID> provisions) {
        return provisions.stream().map(id -> HitType.PROVISION + ":" + id).toList();
    }

    /** The pairs that say most: often here, seldom elsewhere, but elsewhere than in the versions of this clause too. */
    private List<String> telling(String words, int versions) {
        long documents = Math.max(1, engine.documents());
        Map<String, Double> worth = new LinkedHashMap<>();
        pairs(words).entrySet().stream().limit(PAIRS_WEIGHED).forEach(pair -> {
            long frequency = engine.frequency(PAIRS, pair.getKey());
            boolean common = frequency > Math.max(10, COMMON_SHARE * documents);
            if (frequency > versions && !common) {
                worth.put(pair.getKey(), pair.getValue() * Math.log(1 + (double) documents / frequency));
            }
        });
        return worth.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PAIRS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Neighbours with nothing but a space between them, each with how often it stands there. */
    private Map<String, Integer> pairs(String words) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (AnalyzedToken pair : engine.analyze(PAIRS, words)) {
            boolean together = words.substring(pair.start(), pair.end())
                    .chars()
                    .allMatch(each -> Character.isLetterOrDigit(each)
                            || Character.getType(each) == Character.NON_SPACING_MARK
                            || each == ' ');
            if (together) {
                counts.merge(pair.term(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static EngineQuery query(List<String> telling, List<UUID> holders, Person asker, Set<String> dossiers) {
        List<Match> pairs = new ArrayList<>();
        telling.forEach(pair -> pairs.add(new Match.Term(PAIRS, pair, 1)));
        int share = Math.clamp((int) Math.ceil(LEAST_SHARED * pairs.size()), 2, ENOUGH_SHARED);
        int least = Math.min(share, pairs.size());
        List<Match> itself = ids(holders).stream()
                .<Match>map(id -> new Match.Key(KeyField.ID, id, 1))
                .toList();
        return new EngineQuery(
                pairs,
                List.of(new Match.AnyOf(pairs, least)),
                itself,
                Map.of(Facet.TYPE, Set.of(HitType.PROVISION.name()), Facet.DRAFT, Set.of("LATEST")),
                Map.of(Facet.DOSSIER, dossiers),
                AccessTokens.of(asker),
                Order.RELEVANCE,
                0,
                CANDIDATES,
                false);
    }

    private List<Found> withoutOtherVersions(List<Found> found, List<UUID> holders) {
        Set<String> same = Set.copyOf(ids(places.sameLineage(
                holders, found.stream().map(RelatedClauses::provision).toList())));
        return found.stream()
                .filter(hit -> !same.contains(hit.id()))
                .sorted(Comparator.comparing(Found::score).reversed().thenComparing(Found::id))
                .toList();
    }

    private static UUID provision(Found hit) {
        return UUID.fromString(hit.id().substring(hit.id().indexOf(':') + 1));
    }
}
