package vn.gopy.command.measure.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.gopy.search.ranking.RankingModel;
import vn.gopy.search.ranking.RankingModel.Judgement;
import vn.gopy.search.ranking.SecondLook;

/** How well the orders of models find what answers. */
final class Gains {

    private Gains() {}

    /** nDCG@10 of these questions on the average: of the first stage's order, then of each model's within its window. */
    static double[] of(Sample sample, int[] questions, List<RankingModel> models) {
        double[] sums = new double[1 + models.size()];
        for (int question : questions) {
            int from = sample.starts[question];
            int size = Math.min(SecondLook.WINDOW, sample.starts[question + 1] - from);
            float[][] rows = Arrays.copyOfRange(sample.rows, from, from + size);
            sums[0] += of(
                    sample,
                    question,
                    IntStream.range(0, size).mapToDouble(i -> -i).toArray());
            for (int model = 0; model < models.size(); model++) {
                double[] wholes = models.get(model).judge(rows).stream()
                        .mapToDouble(Judgement::whole)
                        .toArray();
                sums[1 + model] += of(sample, question, wholes);
            }
        }
        return Arrays.stream(sums)
                .map(sum -> sum / Math.max(1, questions.length))
                .toArray();
    }

    private static double of(Sample sample, int question, double[] scores) {
        int from = sample.starts[question];
        double gain = 0;
        for (int row = 0; row < scores.length; row++) {
            if (sample.answers[from + row]) {
                int place = 0;
                for (int other = 0; other < scores.length; other++) {
                    boolean before = scores[other] > scores[row] || scores[other] == scores[row] && other < row;
                    place += before ? 1 : 0;
                }
                gain += Sample.discount(place);
            }
        }
        return gain / sample.ideals[question];
    }
}
