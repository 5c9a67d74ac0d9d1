package vn.gopy.command.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Averages of the usual measures of ranking over the questions of a set (binary judgements). */
final class RankingMeasures {

    private static final int FIRST_PAGE = 10;
    private static final int DEPTH = 100;

    private int questions;
    private double gain;
    private double reciprocalRank;
    private double firstHit;
    private double recall10;
    private double recall100;

    void add(List<String> ranked, Set<String> relevant) {
        questions++;
        gain += normalizedGain(ranked, relevant);
        reciprocalRank += reciprocalRank(ranked, relevant);
        firstHit += recall(ranked, relevant, 1);
        recall10 += recall(ranked, relevant, FIRST_PAGE);
        recall100 += recall(ranked, relevant, DEPTH);
    }

    Map<String, Double> averages() {
        Map<String, Double> averages = new LinkedHashMap<>();
        averages.put("ndcg10", average(gain));
        averages.put("mrr10", average(reciprocalRank));
        averages.put("recall1", average(firstHit));
        averages.put("recall10", average(recall10));
        averages.put("recall100", average(recall100));
        return averages;
    }

    private double average(double sum) {
        return questions == 0 ? 0 : Math.round(sum / questions * 10_000) / 10_000.0;
    }

    private static double normalizedGain(List<String> ranked, Set<String> relevant) {
        double found = 0;
        double best = 0;
        for (int rank = 0; rank < FIRST_PAGE; rank++) {
            double discount = Math.log(2) / Math.log(rank + 2.0);
            found += rank < ranked.size() && relevant.contains(ranked.get(rank)) ? discount : 0;
            best += rank < relevant.size() ? discount : 0;
        }
        return best == 0 ? 0 : found / best;
    }

    private static double reciprocalRank(List<String> ranked, Set<String> relevant) {
        for (int rank = 0; rank < Math.min(FIRST_PAGE, ranked.size()); rank++) {
            if (relevant.contains(ranked.get(rank))) {
                return 1.0 / (rank + 1);
            }
        }
        return 0;
    }

    private static double recall(List<String> ranked, Set<String> relevant, int depth) {
        long found = ranked.stream().limit(depth).filter(relevant::contains).count();
        return relevant.isEmpty() ? 0 : (double) found / relevant.size();
    }
}
