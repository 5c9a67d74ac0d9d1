package vn.gopy.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import vn.gopy.command.measure.AlignmentBench;

/** {@code bin/gopy bench alignment}: measures how right and how fast two versions are aligned. */
public final class BenchAlignmentCommand {

    private BenchAlignmentCommand() {}

    public static void main(String[] args) {
        Options.of(args, "bench alignment", Set.of());
        new AlignmentBench(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run();
    }
}
