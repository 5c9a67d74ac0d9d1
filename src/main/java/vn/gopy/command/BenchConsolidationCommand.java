package vn.gopy.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import vn.gopy.command.measure.ConsolidationBench;

/** {@code bin/gopy bench consolidation}: measures how fast many opinions become the official table. */
public final class BenchConsolidationCommand {

    private BenchConsolidationCommand() {}

    public static void main(String[] args) {
        Options.of(args, "bench consolidation", Set.of());
        new ConsolidationBench(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run();
    }
}
