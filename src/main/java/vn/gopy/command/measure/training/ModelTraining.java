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
    private static final TreeTraining.Settings JUDGED = new TreeTraining.Settings(40, 4, 0.05f, 200, 43);

    /** Twice each half of the made questions: what one seed finds by chance, the others do not. */
    private static final int BAGS = 4;

    /** Few and small steps away from what made questions taught: more of them would learn how our questions are put. */
    private static final float BELIEVED = 0.9f;

    private static final double DRAWN = 0.1;
    private static final int STEPS = 40;

    private ModelTraining() {}

    /** What made questions teach: trees of each half, averaged over some seeds, and weights. */
    static RankingModel first(Sample made) {
        List<Tree> trees = new ArrayList<>();
        for (int bag = 0; bag < BAGS; bag++) {
            int rest = bag % 2;
            int[] questions = IntStream.of(made.all())
                    .filter(question -> question % 2 == rest)
                    .toArray();
            TreeTraining.Settings settings = new TreeTraining.Settings(
                    MADE.trees(), MADE.leaves(), MADE.rate(), MADE.leastRows(), MADE.seed() + bag);
            new TreeTraining(made, settings)
                    .grow(questions, new double[made.rows.length])
                    .forEach(tree -> trees.add(tree.scaled(1f / BAGS)));
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
                .learn(questions, first.weights(), DRAWN, STEPS, 0.02);
        return new RankingModel(first.means(), first.deviations(), weights, trees);
    }
}
