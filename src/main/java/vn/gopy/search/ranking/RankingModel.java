package vn.gopy.search.ranking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was learned of features: trees, and a weight for each feature. Both judge each candidate; their judgements are
 * brought to the same scale over the candidates at hand and mixed. What {@code ranking/model.tsv} holds.
 *
 * @param means of each feature where it was learned
 * @param deviations from these, 1 where there are none
 * @param weights of the features brought to mean 0 and deviation 1
 */
public record RankingModel(float[] means, float[] deviations, float[] weights, List<Tree> trees) {

    private static final float TREES = 0.6f;
    private static final String HEAD = "fingerprint";
    private static final String TREE = "tree";

    /** How a candidate was judged: the whole, and its two parts, each brought to mean 0 and deviation 1. */
    public record Judgement(float whole, float byTrees, float byWeights) {}

    /** The judgement of each row; the greatest stands first. */
    public List<Judgement> judge(float[][] rows) {
        double[] byTrees = scaled(Arrays.stream(rows).mapToDouble(this::byTrees).toArray());
        double[] byWeights =
                scaled(Arrays.stream(rows).mapToDouble(this::byWeights).toArray());
        List<Judgement> judgements = new ArrayList<>(rows.length);
        for (int row = 0; row < rows.length; row++) {
            double whole = TREES * byTrees[row] + (1 - TREES) * byWeights[row];
            judgements.add(new Judgement((float) whole, (float) byTrees[row], (float) byWeights[row]));
        }
        return judgements;
    }

    private double byTrees(float[] row) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.value(row);
        }
        return sum;
    }

    private double byWeights(float[] row) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (row[i] - means[i]) / deviations[i];
        }
        return sum;
    }

    /** To mean 0 and deviation 1; all 0 where they do not differ. */
    private static double[] scaled(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
        return Arrays.stream(values)
                .map(value -> deviation < 1e-9 ? 0 : (value - mean) / deviation)
                .toArray();
    }

    /** Says by which features a model was learned, and on which terms. */
    static String fingerprint(TermTable terms) {
        int features =
                Arrays.stream(Feature.values()).map(Feature::name).toList().hashCode();
        return terms.fingerprint() + "/features-" + Integer.toHexString(features);
    }

    /** The text that {@link #read} reads; learned on these terms. */
    public String text(TermTable terms) {
        StringBuilder text = new StringBuilder();
        text.append(HEAD).append('\t').append(fingerprint(terms)).append('\n');
        for (Feature feature : Feature.values()) {
            int i = feature.ordinal();
            text.append(feature.name().toLowerCase(java.util.Locale.ROOT))
                    .append('\t')
                    .append(means[i])
                    .append('\t')
                    .append(deviations[i])
                    .append('\t')
                    .append(weights[i])
                    .append('\n');
        }
        trees.forEach(tree -> text.append(TREE).append('\t').append(tree.line()).append('\n'));
        return text.toString();
    }

    /**
     * Reads a model that was learned on these terms.
     *
     * @throws IOException when it was learned by other features, on other terms or cannot be read
     */
    public static RankingModel read(Reader reader, TermTable terms) throws IOException {
        List<String[]> lines = new BufferedReader(reader)
                .lines()
                .map(line -> line.split("\t", -1))
                .collect(Collectors.toList());
        if (lines.isEmpty() || !Arrays.equals(lines.getFirst(), new String[] {HEAD, fingerprint(terms)})) {
            throw new IOException("Learned by other features or on other terms");
        }
        try {
            return new RankingModel(
                    column(lines, 1),
                    column(lines, 2),
                    column(lines, 3),
                    lines.stream()
                            .filter(line -> line[0].equals(TREE))
                            .map(line -> Tree.of(line[1]))
                            .toList());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("Not a model of ranking", e);
        }
    }

    private static float[] column(List<String[]> lines, int column) {
        float[] values = new float[Feature.COUNT];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.parseFloat(lines.get(1 + i)[column]);
        }
        return values;
    }
}
