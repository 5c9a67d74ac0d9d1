package vn.gopy.search.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.gopy.search.engine.EngineAnswer.Found;
import vn.gopy.search.engine.EngineQuery;
import vn.gopy.search.engine.Match;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.question.QueryPlanner.MarkReading;

/**
 * What a question lacks whose words are found together seldom or never: which of them are found nowhere at all, and what
 * holds all the others but one. Everything within the asking's bounds and with its tokens, so that a word which only hidden
 * things hold is as unknown as one that nobody ever wrote.
 */
public final class NearMisses {

    /** So many words of a question are looked for one by one. */
    private static final int MOST_WORDS = 24;

    /** So many hits of each kind are enough to see what there is. */
    private static final int BEST = 3;

    private final SearchEngine engine;
    private final Reordering reordering;
    private final QueryPlanner planner;
    private final AnsweredQuestion findings;
    private final MarkReading reading;
    private final Asking asking;
    private final Map<String, String> typed;
    private final Set<String> unknown;

    /**
     * Hits that lack some words.
     *
     * @param missing these words, as typed
     * @param instead the question that finds all of them
     */
    public record NearMiss(List<String> missing, String instead, AnsweredQuestion findings) {}

    NearMisses(
            SearchEngine engine,
            Reordering reordering,
            QueryPlanner planner,
            AnsweredQuestion findings,
            MarkReading reading,
            Asking asking) {
        this.engine = engine;
        this.reordering = reordering;
        this.planner = planner;
        this.findings = findings;
        this.reading = reading;
        this.asking = asking;
        this.typed = planner.typed(findings.question(), reading);
        this.unknown = unknownTerms();
    }

    /** Words of the question that nothing within reach holds, as typed. */
    public List<String> unknown() {
        return unknown.stream().map(typed::get).toList();
    }

    private Set<String> unknownTerms() {
        boolean everyWordStandsSomewhere =
                findings.answer().total() > 0 && planner.takesEveryWord(findings.question(), reading);
        if (everyWordStandsSomewhere) {
            return Set.of();
        }
        Map<String, Match> demands = new LinkedHashMap<>(planner.demands(findings.question(), reading));
        demands.keySet().retainAll(typed.keySet().stream().limit(MOST_WORDS).toList());
        Set<Match> unmet = engine.unmet(planner.planAnything(findings.question(), asking), demands.values());
        demands.values().retainAll(unmet);
        return demands.keySet();
    }

    /**
     * The likest first. Words found nowhere are left out; when that finds nothing, or nothing was unknown, one more word is.
     * Nothing for a question of which a hit need not hold every word.
     */
    public List<NearMiss> near() {
        if (typed.size() < 2 || !planner.takesEveryWord(findings.question(), reading)) {
            return List.of();
        }
        if (unknown.size() == typed.size()) {
            return List.of();
        }
        List<NearMiss> near = new ArrayList<>();
        if (!unknown.isEmpty()) {
            add(near, Set.of());
        }
        if (near.isEmpty() && typed.size() - unknown.size() > 1) {
            typed.keySet().stream().filter(term -> !unknown.contains(term)).forEach(term -> {
                add(near, Set.of(term));
            });
        }
        near.sort(Comparator.comparingDouble(NearMisses::best).reversed());
        return near;
    }

    private static float best(NearMiss miss) {
        return miss.findings().answer().hits().stream()
                .map(Found::score)
                .max(Comparator.naturalOrder())
                .orElse(0f);
    }

    /** @param known the words left out though they stand somewhere: what holds them is found already */
    private void add(List<NearMiss> near, Set<String> known) {
        Set<String> missing = new LinkedHashSet<>(typed.keySet());
        missing.removeIf(term -> !unknown.contains(term) && !known.contains(term));
        EngineQuery query =
                planner.planWithout(findings.question(), reading, asking.first(asking.text(), BEST), missing);
        Reordering.Ordered found = reordering.search(engine, query, findings.question(), findings.folded());
        if (found.answer().total() > 0) {
            near.add(new NearMiss(
                    missing.stream().map(typed::get).toList(),
                    instead(missing, known),
                    new AnsweredQuestion(found.answer(), findings.question(), findings.folded(), found.reasons())));
        }
    }

    private String instead(Set<String> missing, Set<String> known) {
        String words = Normalizer.normalize(asking.text(), Normalizer.Form.NFC);
        for (String term : missing) {
            words = Pattern.compile(
                            "(?<![\\p{L}\\p{M}\\p{N}])" + Pattern.quote(typed.get(term)) + "(?![\\p{L}\\p{M}\\p{N}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(words)
                    .replaceAll("");
        }
        StringBuilder instead = new StringBuilder(words.strip().replaceAll("\\s+", " "));
        known.forEach(term -> instead.append(" -").append(typed.get(term)));
        return instead.toString();
    }
}
