package vn.gopy.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import vn.gopy.command.measure.GroupingBench;

/** {@code bin/gopy bench grouping}: measures how fast opinions that say the same are found among many. */
public final class BenchGroupingCommand {

    private BenchGroupingCommand() {}

    public static void main(String[] args) {
        Options.of(args, "bench grouping", Set.of());
        new GroupingBench(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run();
    }
}
