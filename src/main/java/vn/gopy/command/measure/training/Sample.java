package vn.gopy.command.measure.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.gopy.search.ranking.Feature;

/** Questions with the features of their candidates, of which it is known which answer. */
final class Sample {

    private static final int FIRST_PAGE = 10;

    /** For each question where its rows begin; the last is the number of all rows. */
    final int[] starts;

    final float[][] rows;
    final boolean[] answers;

    /** For each question the best that its first page could be worth. */
    final double[] ideals;

    private Sample(int[] starts, float[][] rows, boolean[] answers, double[] ideals) {
        this.starts = starts;
        this.rows = rows;
        this.answers = answers;
        this.ideals = ideals;
    }

    int questions() {
        return starts.length - 1;
    }

    int[] all() {
        return IntStream.range(0, questions()).toArray();
    }

    /** Takes questions one by one. */
    static final class Builder {
        private final List<Integer> starts = new ArrayList<>(List.of(0));
        private final List<float[]> rows = new ArrayList<>();
        private final List<Boolean> answers = new ArrayList<>();
        private final List<Double> ideals = new ArrayList<>();

        /** @param relevant how many articles answer, among these or not */
        void add(List<float[]> candidates, List<Boolean> answering, int relevant) {
            rows.addAll(candidates);
            answers.addAll(answering);
            starts.add(rows.size());
            ideals.add(IntStream.range(0, Math.max(1, relevant))
                    .mapToDouble(Sample::discount)
                    .sum());
        }

        Sample build() {
            boolean[] answering = new boolean[answers.size()];
            for (int row = 0; row < answering.length; row++) {
                answering[row] = answers.get(row);
            }
            return new Sample(
                    starts.stream().mapToInt(Integer::intValue).toArray(),
                    rows.toArray(float[][]::new),
                    answering,
                    ideals.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** What a place is worth, from 0; nothing behind the first page. */
    static double discount(int place) {
        return place < FIRST_PAGE ? Math.log(2) / Math.log(place + 2.0) : 0;
    }

    /** Receives how strongly an answer should stand before another row. */
    interface Pull {
        /**
         * @param force 0 to 1 times the gain of the first page if both changed places
         * @param slope its derivative
         */
        void between(int answer, int other, double force, double slope);
    }

    /** What the scores get wrong in a question (LambdaRank on nDCG of the first page). */
    void pulls(int question, double[] scores, Pull pull) {
        int from = starts[question];
        int size = starts[question + 1] - from;
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> from + i);
        Arrays.sort(order, (one, other) -> Double.compare(scores[other], scores[one]));
        for (int place = 0; place < size; place++) {
            if (!answers[order[place]]) {
                continue;
            }
            for (int other = 0; other < size; other++) {
                if (!answers[order[other]]) {
                    double gain = Math.abs(discount(place) - discount(other)) / ideals[question];
                    double wrong = 1 / (1 + Math.exp(scores[order[place]] - scores[order[other]]));
                    pull.between(order[place], order[other], gain * wrong, gain * wrong * (1 - wrong));
                }
            }
        }
    }

    /** Mean and deviation of each feature. */
    float[][] scales() {
        double[] sums = new double[Feature.COUNT];
        double[] squares = new double[Feature.COUNT];
        for (float[] row : rows) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += row[i];
                squares[i] += (double) row[i] * row[i];
            }
        }
        float[] means = new float[Feature.COUNT];
        float[] deviations = new float[Feature.COUNT];
        for (int i = 0; i < means.length; i++) {
            double mean = sums[i] / rows.length;
            double variance = squares[i] / rows.length - mean * mean;
            means[i] = (float) mean;
            deviations[i] = variance > 1e-10 ? (float) Math.sqrt(variance) : 1;
        }
        return new float[][] {means, deviations};
    }
}
