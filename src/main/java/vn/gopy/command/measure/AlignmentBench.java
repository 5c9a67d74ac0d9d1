package vn.gopy.command.measure;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Random;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.alignment.Alignments;

/**
 * How right and how fast versions are aligned, on made drafts that were changed by a script: the share of right ties when
 * something happened to a tenth and to three tenths of all articles and khoản, and the time at three lengths.
 */
public final class AlignmentBench {

    private static final int DRAFTS = 20;
    private static final int ARTICLES = 120;
    private static final int WARM_UP_ROUNDS = 8;
    private static final int ROUNDS = 5;

    private final PrintStream out;

    public AlignmentBench(PrintStream out) {
        this.out = out;
    }

    /** Measures and prints a line for each figure, then one JSON object. */
    public void run() {
        Report report = new Report("alignment");
        for (int percent : new int[] {10, 30}) {
            double right = rightness(percent / 100.0);
            out.printf(Locale.ROOT, "right ties at %d %% edits    %7.2f %%%n", percent, right * 100);
            report.ratio("right_at_" + percent + "_percent", right);
        }
        for (int articles : new int[] {100, 700, 3_000}) {
            Laps laps = time(articles);
            out.printf(Locale.ROOT, "%5d articles              %s%n", articles, laps);
            report.laps("articles" + articles, laps);
        }
        out.println(report.json());
    }

    private static double rightness(double share) {
        double places = 0;
        double wrong = 0;
        for (int seed = 0; seed < DRAFTS; seed++) {
            Random random = new Random(seed);
            MadeDraft draft = MadeDraft.of(ARTICLES, random);
            Rightness rightness = Rightness.of(draft, new EditScript(draft, random, share));
            places += rightness.places();
            wrong += rightness.wrong().size();
        }
        return 1 - wrong / places;
    }

    private static Laps time(int articles) {
        Random random = new Random(articles);
        MadeDraft draft = MadeDraft.of(articles, random);
        Outline before = draft.outline();
        new EditScript(draft, random, 0.3).run();
        Outline after = draft.outline();
        Laps laps = new Laps();
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            (round < WARM_UP_ROUNDS ? new Laps() : laps).time(() -> Alignments.of(before, after));
        }
        return laps;
    }
}
