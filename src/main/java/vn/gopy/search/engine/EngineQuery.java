package vn.gopy.search.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.search.Facet;

/**
 * A question in the engine's terms.
 *
 * @param scoring leaves that give the score; with no {@code required} a hit matches at least one
 * @param required conditions without score, all to be met
 * @param excluded conditions of which none may be met
 * @param selections for each facet the values of which a hit has at least one
 * @param bounds for each facet the values of which a hit has at least one, even where a facet ignores its own selection
 * @param access the tokens of the asker; a hit carries at least one of them. Empty finds nothing
 * @param order how hits are sorted; ties by id
 * @param from hits to skip
 * @param size hits to give
 * @param withFacets whether values are counted
 */
public record EngineQuery(
        List<Match> scoring,
        List<Match> required,
        List<Match> excluded,
        Map<Facet, Set<String>> selections,
        Map<Facet, Set<String>> bounds,
        Set<String> access,
        Order order,
        int from,
        int size,
        boolean withFacets) {

    /** Sets of values cannot change any more, so that an engine may know one again. */
    public EngineQuery {
        selections = unchangeable(selections);
        bounds = unchangeable(bounds);
        access = Set.copyOf(access);
    }

    /** The same map, where nobody can change it or a set in it. */
    public static Map<Facet, Set<String>> unchangeable(Map<Facet, Set<String>> values) {
        Map<Facet, Set<String>> kept = new EnumMap<>(Facet.class);
        values.forEach((facet, some) -> kept.put(facet, Set.copyOf(some)));
        return Collections.unmodifiableMap(kept);
    }

    /** How hits are sorted. */
    public enum Order {
        RELEVANCE,
        NEWEST
    }

    /** The same question for other hits of its list. */
    public EngineQuery page(int first, int hits) {
        return new EngineQuery(scoring, required, excluded, selections, bounds, access, order, first, hits, withFacets);
    }

    /** The same conditions for these documents alone, all of them, without rank. */
    public EngineQuery among(Collection<String> ids) {
        List<Match> keys = ids.stream()
                .<Match>map(id -> new Match.Key(Match.KeyField.ID, id, 1))
                .toList();
        List<Match> conditions = new ArrayList<>(required);
        if (required.isEmpty() && !scoring.isEmpty()) {
            conditions.add(new Match.AnyOf(scoring, 1));
        }
        conditions.add(new Match.AnyOf(keys, 1));
        return new EngineQuery(
                List.of(), conditions, excluded, selections, bounds, access, Order.NEWEST, 0, ids.size(), false);
    }
}
