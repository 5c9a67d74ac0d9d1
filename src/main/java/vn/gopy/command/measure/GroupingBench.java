package vn.gopy.command.measure;

import java.io.PrintStream;
import java.util.Locale;
import vn.gopy.consolidation.proposal.Proposals;

/** How long it takes to propose groups among made opinions, at three sizes. */
public final class GroupingBench {

    private static final int WARM_UP = 3_000;

    private final PrintStream out;

    public GroupingBench(PrintStream out) {
        this.out = out;
    }

    /** Measures and prints a line for each size; the last one is to stay below a minute. */
    public void run() {
        Proposals.of(MadeOpinions.of(WARM_UP, 1).said());
        for (int many : new int[] {10_000, 30_000, 100_000}) {
            MadeOpinions.Made made = MadeOpinions.of(many, 4);
            long begin = System.nanoTime();
            int proposals = Proposals.of(made.said()).size();
            double seconds = (System.nanoTime() - begin) / 1e9;
            out.printf(Locale.ROOT, "grouping %,7d opinions  %6.1f s  %,6d proposals%n", many, seconds, proposals);
        }
    }
}
