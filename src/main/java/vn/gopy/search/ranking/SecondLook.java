package vn.gopy.search.ranking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.gopy.search.ranking.RankingModel.Judgement;

/**
 * Looks at the best hits of a question once more and says in which order they should stand. Remembers the articles that it
 * took apart lately; may be used by several threads.
 */
public final class SecondLook {

    /** So many of the first hits are looked at again, always the same ones whatever page is asked for. */
    public static final int WINDOW = 30;

    /** Of about 15 KB each, so that they take about 16 MB. */
    private static final int REMEMBERED = 1_000;

    private final TermTable terms;
    private final RankingModel model;
    private final Features features;
    private final Map<Article, Candidate> remembered = Collections.synchronizedMap(new Remembered());

    /** With what was learned. */
    public SecondLook(TermTable terms, RankingModel model) {
        this.terms = terms;
        this.model = model;
        this.features = new Features(terms);
    }

    /** The terms it knows. */
    public TermTable terms() {
        return terms;
    }

    /** What it judges by. */
    public RankingModel model() {
        return model;
    }

    /**
     * A hit of the first stage, with its words in NFC.
     *
     * @param heading empty when it has none
     * @param document the name of the document it belongs to
     */
    public record Article(String heading, String document, String text) {}

    /** An article with its first score. */
    public record Hit(Article article, float score) {}

    /**
     * Where a hit stood and why it stands where it stands now.
     *
     * @param before its place in the first stage, from 0
     * @param features in the order of {@link Feature}
     */
    public record Looked(int before, Judgement judgement, float[] features) {}

    private static final class Remembered extends LinkedHashMap<Article, Candidate> {
        Remembered() {
            super(REMEMBERED, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Article, Candidate> eldest) {
            return size() > REMEMBERED;
        }
    }

    /**
     * The hits in their new order; those that are judged alike stand as before.
     *
     * @param question free words in NFC
     * @param folded whether marks are disregarded
     * @param hits best first, at most {@link #WINDOW} of them
     * @param patience how long it may take; articles that were taken apart until then are remembered for the next time
     * @return nothing when it would have taken longer
     */
    public Optional<List<Looked>> order(String question, boolean folded, List<Hit> hits, Duration patience) {
        long start = System.nanoTime();
        Asked asked = Asked.of(question, folded, terms, terms);
        List<Optional<Features.Hit>> taken = IntStream.range(0, hits.size())
                .parallel()
                .mapToObj(place -> System.nanoTime() - start > patience.toNanos()
                        ? Optional.<Features.Hit>empty()
                        : Optional.of(candidate(hits.get(place), place)))
                .toList();
        if (taken.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Features.Hit> candidates = taken.stream().flatMap(Optional::stream).toList();
        float[][] rows = features.of(asked, candidates, WINDOW);
        List<Judgement> judgements = model.judge(rows);
        List<Looked> looked = new ArrayList<>(IntStream.range(0, rows.length)
                .mapToObj(hit -> new Looked(hit, judgements.get(hit), rows[hit]))
                .toList());
        looked.sort(Comparator.comparingDouble((Looked hit) -> -hit.judgement().whole()));
        return Optional.of(looked);
    }

    private Features.Hit candidate(Hit hit, int place) {
        return new Features.Hit(candidate(hit.article()), hit.article().document(), place, hit.score());
    }

    private Candidate candidate(Article article) {
        Candidate known = remembered.get(article);
        if (known == null) {
            known = Candidate.of(article.heading(), article.document(), article.text(), terms);
            remembered.put(article, known);
        }
        return known;
    }
}
