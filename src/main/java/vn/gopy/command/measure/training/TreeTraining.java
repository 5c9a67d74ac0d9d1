package vn.gopy.command.measure.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import vn.gopy.search.ranking.Feature;
import vn.gopy.search.ranking.Tree;

/** Grows trees one after another, each on what the ones before got wrong (LambdaMART with histograms). */
final class TreeTraining {

    private static final int BINS = 64;
    private static final double FEATURE_SHARE = 0.4;
    private static final double QUESTION_SHARE = 0.8;
    private static final double DAMPING = 1;

    private final Sample sample;
    private final Settings settings;
    private final Random random;
    private final float[][] limits = new float[Feature.COUNT][];
    private final byte[][] bins = new byte[Feature.COUNT][];
    private final double[] pulls;
    private final double[] slopes;

    /**
     * How trees grow.
     *
     * @param trees how many
     * @param leaves of each
     * @param rate by which each is believed
     * @param leastRows in a leaf
     * @param seed of what is left to chance
     */
    record Settings(int trees, int leaves, float rate, int leastRows, long seed) {}

    TreeTraining(Sample sample, Settings settings) {
        this.sample = sample;
        this.settings = settings;
        this.random = new Random(settings.seed());
        this.pulls = new double[sample.rows.length];
        this.slopes = new double[sample.rows.length];
        for (int feature = 0; feature < Feature.COUNT; feature++) {
            fillBins(feature);
        }
    }

    private void fillBins(int feature) {
        float[] values = new float[sample.rows.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = sample.rows[row][feature];
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] found = new float[BINS - 1];
        int count = 0;
        for (int bin = 1; bin < BINS; bin++) {
            float limit = sorted[(int) ((long) sorted.length * bin / BINS)];
            if (limit < sorted[sorted.length - 1] && (count == 0 || limit > found[count - 1])) {
                found[count++] = limit;
            }
        }
        limits[feature] = Arrays.copyOf(found, count);
        bins[feature] = new byte[values.length];
        for (int row = 0; row < values.length; row++) {
            int at = Arrays.binarySearch(limits[feature], values[row]);
            bins[feature][row] = (byte) (at >= 0 ? at : -at - 1);
        }
    }

    /**
     * Grows on these questions.
     *
     * @param scores where the trees go on from, for each row
     */
    List<Tree> grow(int[] questions, double[] scores) {
        double[] current = scores.clone();
        List<Tree> trees = new ArrayList<>();
        for (int number = 0; number < settings.trees(); number++) {
            int[] rows = pull(questions, current);
            Growing growing = new Growing(features());
            Tree tree = growing.grow(rows);
            trees.add(tree);
            for (int question : questions) {
                for (int row = sample.starts[question]; row < sample.starts[question + 1]; row++) {
                    current[row] += tree.value(sample.rows[row]);
                }
            }
        }
        return trees;
    }

    /** The rows of some of the questions, with what pulls them. */
    private int[] pull(int[] questions, double[] scores) {
        int[] rows = new int[sample.rows.length];
        int count = 0;
        for (int question : questions) {
            if (random.nextDouble() >= QUESTION_SHARE) {
                continue;
            }
            for (int row = sample.starts[question]; row < sample.starts[question + 1]; row++) {
                rows[count++] = row;
                pulls[row] = 0;
                slopes[row] = 0;
            }
            sample.pulls(question, scores, (answer, other, force, slope) -> {
                pulls[answer] += force;
                pulls[other] -= force;
                slopes[answer] += slope;
                slopes[other] += slope;
            });
        }
        return Arrays.copyOf(rows, count);
    }

    private int[] features() {
        int[] chosen = random.ints(0, Feature.COUNT)
                .distinct()
                .limit(Math.round(Feature.COUNT * FEATURE_SHARE))
                .toArray();
        Arrays.sort(chosen);
        return chosen;
    }

    /** A leaf that may be split, with its best split. */
    private static final class Leaf {
        final int node;
        final int[] rows;
        double gain;
        int feature = -1;
        int bin;

        Leaf(int node, int[] rows) {
            this.node = node;
            this.rows = rows;
        }
    }

    private final class Growing {
        private final int[] chosen;
        private final int[] nodeFeatures = new int[2 * settings.leaves()];
        private final float[] nodeLimits = new float[2 * settings.leaves()];
        private final int[] nodeLeft = new int[2 * settings.leaves()];
        private int nodes;

        Growing(int[] chosen) {
            this.chosen = chosen;
        }

        Tree grow(int[] rows) {
            List<Leaf> leaves = new ArrayList<>();
            leaves.add(leaf(rows));
            while (leaves.size() < settings.leaves()) {
                Leaf best = leaves.getFirst();
                for (Leaf leaf : leaves) {
                    best = leaf.gain > best.gain ? leaf : best;
                }
                if (best.feature < 0) {
                    break;
                }
                leaves.remove(best);
                split(best, leaves);
            }
            return new Tree(
                    Arrays.copyOf(nodeFeatures, nodes),
                    Arrays.copyOf(nodeLimits, nodes),
                    Arrays.copyOf(nodeLeft, nodes));
        }

        private void split(Leaf leaf, List<Leaf> leaves) {
            int[] left = new int[leaf.rows.length];
            int[] right = new int[leaf.rows.length];
            int lefts = 0;
            int rights = 0;
            for (int row : leaf.rows) {
                if (bins[leaf.feature][row] <= leaf.bin) {
                    left[lefts++] = row;
                } else {
                    right[rights++] = row;
                }
            }
            nodeFeatures[leaf.node] = leaf.feature;
            nodeLimits[leaf.node] = limits[leaf.feature][leaf.bin];
            nodeLeft[leaf.node] = nodes;
            leaves.add(leaf(Arrays.copyOf(left, lefts)));
            leaves.add(leaf(Arrays.copyOf(right, rights)));
        }

        private Leaf leaf(int[] rows) {
            double pull = 0;
            double slope = 0;
            for (int row : rows) {
                pull += pulls[row];
                slope += slopes[row];
            }
            Leaf leaf = new Leaf(nodes++, rows);
            nodeFeatures[leaf.node] = -1;
            nodeLimits[leaf.node] = (float) (settings.rate() * pull / (slope + DAMPING));
            if (rows.length >= 2 * settings.leastRows()) {
                for (int feature : chosen) {
                    findSplit(leaf, feature, pull, slope);
                }
            }
            return leaf;
        }

        private void findSplit(Leaf leaf, int feature, double pull, double slope) {
            double[] binPulls = new double[BINS];
            double[] binSlopes = new double[BINS];
            int[] binRows = new int[BINS];
            byte[] own = bins[feature];
            for (int row : leaf.rows) {
                binPulls[own[row]] += pulls[row];
                binSlopes[own[row]] += slopes[row];
                binRows[own[row]]++;
            }
            double leftPull = 0;
            double leftSlope = 0;
            int leftRows = 0;
            double before = pull * pull / (slope + DAMPING);
            for (int bin = 0; bin < limits[feature].length; bin++) {
                leftPull += binPulls[bin];
                leftSlope += binSlopes[bin];
                leftRows += binRows[bin];
                if (leftRows < settings.leastRows() || leaf.rows.length - leftRows < settings.leastRows()) {
                    continue;
                }
                double rightPull = pull - leftPull;
                double gain = leftPull * leftPull / (leftSlope + DAMPING)
                        + rightPull * rightPull / (slope - leftSlope + DAMPING)
                        - before;
                if (gain > leaf.gain + 1e-9) {
                    leaf.gain = gain;
                    leaf.feature = feature;
                    leaf.bin = bin;
                }
            }
        }
    }
}
