package vn.gopy.search.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the rows of features for a question and the candidates of its first stage. */
public final class Features {

    private static final int MIDDLE_OF = 5;

    private final Statistics statistics;

    /** With what is known of the collection. */
    public Features(Statistics statistics) {
        this.statistics = statistics;
    }

    /**
     * A hit of the first stage.
     *
     * @param document two candidates with the same value, if it is not empty, are of one document
     * @param place in the first stage, from 0
     * @param score of the first stage
     */
    public record Hit(Candidate candidate, String document, int place, float score) {}

    /**
     * The features of each hit, in the order of {@link Feature}.
     *
     * @param hits best first
     * @param among so many of the first hits are what others are compared with
     */
    public float[][] of(Asked asked, List<Hit> hits, int among) {
        float[][] rows = new float[hits.size()][Feature.COUNT];
        IntStream.range(0, rows.length).parallel().forEach(hit -> {
            fillQuestion(asked, rows[hit]);
            new WordFeatures(asked, statistics, hits.get(hit).candidate()).fill(rows[hit]);
            fillMeaning(asked, hits.get(hit).candidate(), rows[hit]);
        });
        if (rows.length > 0) {
            int compared = Math.min(among, rows.length);
            fillScores(asked, hits, rows);
            fillSameDocument(hits, compared, rows);
            fillMeaningCompared(hits, compared, rows);
        }
        return rows;
    }

    private static void fillQuestion(Asked asked, float[] row) {
        Feature.QUESTION_LENGTH.set(row, (float) Math.log(1.0 + asked.length));
        Feature.QUESTION_FRAMES.set(row, asked.frameShare);
        Feature.QUESTION_MARK.set(row, asked.question ? 1 : 0);
    }

    private static void fillMeaning(Asked asked, Candidate candidate, float[] row) {
        float article = Candidate.dot(asked.vector, candidate.vector());
        float clause = greatest(asked.vector, candidate.clauseVectors(), article);
        float sentence = greatest(asked.vector, candidate.sentenceVectors(), article);
        Feature.MEANING.set(row, article);
        Feature.MEANING_HEADING.set(row, Candidate.dot(asked.vector, candidate.headingVector()));
        Feature.MEANING_CLAUSE.set(row, clause);
        Feature.MEANING_SENTENCE.set(row, sentence);
        Feature.MEANING_MIXED.set(row, 0.5f * clause + 0.3f * article + 0.2f * sentence);
    }

    /** The greatest cosine; without a vector what is given. */
    private static float greatest(float[] question, float[][] vectors, float without) {
        float greatest = vectors.length == 0 ? without : -1;
        for (float[] vector : vectors) {
            greatest = Math.max(greatest, Candidate.dot(question, vector));
        }
        return greatest;
    }

    private static void fillScores(Asked asked, List<Hit> hits, float[][] rows) {
        float best = hits.getFirst().score();
        for (int hit = 0; hit < rows.length; hit++) {
            float score = hits.get(hit).score();
            Feature.SCORE.set(rows[hit], Occurrences.share(score, asked.mass()));
            Feature.SCORE_TO_BEST.set(rows[hit], Occurrences.share(score, best));
            Feature.SCORE_GAP.set(rows[hit], Occurrences.share(best - score, asked.mass()));
            Feature.RANK.set(rows[hit], (float) Math.log(hits.get(hit).place() + 1.0));
        }
    }

    private static void fillSameDocument(List<Hit> hits, int compared, float[][] rows) {
        for (int hit = 0; hit < rows.length; hit++) {
            String document = hits.get(hit).document();
            float other = 0;
            double together = 0;
            for (int one = 0; one < compared && !document.isEmpty(); one++) {
                if (one != hit && hits.get(one).document().equals(document)) {
                    float toBest = Feature.SCORE_TO_BEST.of(rows[one]);
                    other = Math.max(other, toBest);
                    together += Math.exp(12 * (toBest - 1));
                }
            }
            Feature.LAW_BEST_OTHER.set(rows[hit], other);
            Feature.LAW_TOGETHER.set(rows[hit], (float) Math.log(1 + together));
        }
    }

    private static void fillMeaningCompared(List<Hit> hits, int compared, float[][] rows) {
        float article = -1;
        float clause = -1;
        for (int hit = 0; hit < compared; hit++) {
            article = Math.max(article, Feature.MEANING.of(rows[hit]));
            clause = Math.max(clause, Feature.MEANING_CLAUSE.of(rows[hit]));
        }
        for (float[] row : rows) {
            Feature.MEANING_GAP.set(row, article - Feature.MEANING.of(row));
            Feature.MEANING_CLAUSE_GAP.set(row, clause - Feature.MEANING_CLAUSE.of(row));
            Feature.FUSED.set(row, 1.5f * Feature.SCORE_TO_BEST.of(row) + Feature.MEANING.of(row));
        }
        float[] middle = middle(hits, compared, rows);
        for (int hit = 0; hit < rows.length; hit++) {
            Feature.MEANING_MIDDLE.set(
                    rows[hit], Candidate.dot(middle, hits.get(hit).candidate().vector()));
        }
    }

    private static float[] middle(List<Hit> hits, int compared, float[][] rows) {
        List<Integer> best =
                new ArrayList<>(IntStream.range(0, compared).boxed().toList());
        best.sort(Comparator.comparingDouble((Integer hit) -> -Feature.FUSED.of(rows[hit])));
        float[] sum = new float[hits.getFirst().candidate().vector().length];
        best.stream().limit(MIDDLE_OF).forEach(hit -> {
            float[] vector = hits.get(hit).candidate().vector();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        });
        return Candidate.unit(sum);
    }
}
