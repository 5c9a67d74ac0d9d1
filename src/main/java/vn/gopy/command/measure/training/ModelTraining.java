package vn.gopy.command.measure.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.gopy.search.ranking.Feature;
import vn.gopy.search.ranking.RankingModel;
import vn.gopy.search.ranking.Tree;

/** Learns the model: first from made questions, then, drawn to what was learned there, from judged ones. */
final class ModelTraining {

    private static final TreeTraining.Settings MADE = new TreeTraining.Settings(150, 12, 0.12f, 300, 41);
    private static final TreeTraining.Settings JUDGED = new TreeTraining.Settings(100, 6, 0.08f, 200, 43);
    private static final float BELIEVED = 0.7f;

    private ModelTraining() {}

    /** What made questions teach: trees of each half, averaged, and weights. */
    static RankingModel first(Sample made) {
        List<Tree> trees = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            int rest = half;
            int[] questions = IntStream.of(made.all())
                    .filter(question -> question % 2 == rest)
                    .toArray();
            TreeTraining.Settings settings = new TreeTraining.Settings(
                    MADE.trees(), MADE.leaves(), MADE.rate(), MADE.leastRows(), MADE.seed() + half);
            new TreeTraining(made, settings)
                    .grow(questions, new double[made.rows.length])
                    .forEach(tree -> trees.add(tree.scaled(0.5f)));
        }
        float[][] scales = made.scales();
        float[] weights = new WeightTraining(made, scales[0], scales[1])
                .learn(made.all(), new float[Feature.COUNT], 1e-4, 150, 0.05);
        return new RankingModel(scales[0], scales[1], weights, trees);
    }

    /** Goes on from the first with judged questions, of which these are learned from. */
    static RankingModel second(RankingModel first, Sample judged, int[] questions) {
        List<Tree> trees = new ArrayList<>(
                first.trees().stream().map(tree -> tree.scaled(BELIEVED)).toList());
        double[] scores = new double[judged.rows.length];
        for (int row = 0; row < scores.length; row++) {
            for (Tree tree : trees) {
                scores[row] += tree.value(judged.rows[row]);
            }
        }
        List<Tree> more = new ArrayList<>();
        for (int bag = 0; bag < 2; bag++) {
            TreeTraining.Settings settings = new TreeTraining.Settings(
                    JUDGED.trees(), JUDGED.leaves(), JUDGED.rate(), JUDGED.leastRows(), JUDGED.seed() + bag);
            new TreeTraining(judged, settings).grow(questions, scores).forEach(tree -> more.add(tree.scaled(0.5f)));
        }
        trees.addAll(more);
        float[] weights = new WeightTraining(judged, first.means(), first.deviations())
                .learn(questions, first.weights(), 0.03, 60, 0.02);
        return new RankingModel(first.means(), first.deviations(), weights, trees);
    }
}
