package vn.gopy.command.measure;

import java.io.PrintStream;
import java.util.Locale;
import vn.gopy.consolidation.table.ConsolidatedTable;
import vn.gopy.consolidation.table.TableFormat;

/** How fast many opinions become the official table, in each kind of file. */
public final class ConsolidationBench {

    private static final int[] POINTS = {10_000};
    private static final int ROUNDS = 3;

    private final PrintStream out;

    public ConsolidationBench(PrintStream out) {
        this.out = out;
    }

    /** Measures and prints a line for each figure, then one JSON object. */
    public void run() {
        Report report = new Report("consolidation");
        tables(report);
        out.println(report.json());
    }

    private void tables(Report report) {
        for (int points : POINTS) {
            ConsolidatedTable table = MadeTable.of(points);
            for (TableFormat format : TableFormat.values()) {
                Laps laps = new Laps();
                for (int round = 0; round < ROUNDS; round++) {
                    laps.time(() -> format.write(table));
                }
                out.printf(Locale.ROOT, "%6d points to .%-6s %s%n", points, format.ending(), laps);
                report.laps(format.ending() + points, laps);
            }
        }
    }
}
