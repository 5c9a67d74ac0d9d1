package vn.gopy.command.measure.training;

import java.util.Arrays;
import vn.gopy.search.ranking.Feature;

/** Learns a weight for each feature by the same pulls as the trees (gradient descent with Adam). */
final class WeightTraining {

    private final Sample sample;
    private final float[] means;
    private final float[] deviations;

    WeightTraining(Sample sample, float[] means, float[] deviations) {
        this.sample = sample;
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * Learns on these questions.
     *
     * @param start where it begins and what it is drawn to
     * @param drawn how strongly
     */
    float[] learn(int[] questions, float[] start, double drawn, int steps, double rate) {
        double[] weights = new double[Feature.COUNT];
        Arrays.setAll(weights, i -> start[i]);
        double[] first = new double[weights.length];
        double[] second = new double[weights.length];
        double[] scores = new double[sample.rows.length];
        double[] pulls = new double[sample.rows.length];
        for (int step = 1; step <= steps; step++) {
            double[] gradient = gradient(questions, weights, scores, pulls);
            for (int i = 0; i < weights.length; i++) {
                double slope = -gradient[i] / questions.length + drawn * (weights[i] - start[i]);
                first[i] = 0.9 * first[i] + 0.1 * slope;
                second[i] = 0.999 * second[i] + 0.001 * slope * slope;
                double even = first[i] / (1 - Math.pow(0.9, step));
                double spread = Math.sqrt(second[i] / (1 - Math.pow(0.999, step)));
                weights[i] -= rate * even / (spread + 1e-9);
            }
        }
        float[] learned = new float[weights.length];
        for (int i = 0; i < learned.length; i++) {
            learned[i] = (float) weights[i];
        }
        return learned;
    }

    private double[] gradient(int[] questions, double[] weights, double[] scores, double[] pulls) {
        double[] gradient = new double[weights.length];
        for (int question : questions) {
            int from = sample.starts[question];
            int to = sample.starts[question + 1];
            for (int row = from; row < to; row++) {
                double score = 0;
                for (int i = 0; i < weights.length; i++) {
                    score += weights[i] * (sample.rows[row][i] - means[i]) / deviations[i];
                }
                scores[row] = score;
                pulls[row] = 0;
            }
            sample.pulls(question, scores, (answer, other, force, slope) -> {
                pulls[answer] += force;
                pulls[other] -= force;
            });
            for (int row = from; row < to; row++) {
                for (int i = 0; i < weights.length && pulls[row] != 0; i++) {
                    gradient[i] += pulls[row] * (sample.rows[row][i] - means[i]) / deviations[i];
                }
            }
        }
        return gradient;
    }
}
