package vn.gopy.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.command.measure.AnalysisBench;
import vn.gopy.command.measure.JudgedCollection;
import vn.gopy.command.measure.SearchBench;

/**
 * {@code bin/gopy bench analysis [--documents F]}: measures the Vietnamese analyzers beside Lucene's. Exit status 2 when
 * called wrongly, 1 when the file cannot be read.
 */
public final class BenchAnalysisCommand {

    private BenchAnalysisCommand() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, String> options = Options.of(args, "bench analysis [--documents FILE]", Set.of("--documents"));
        try {
            new AnalysisBench(collection(options), out).run();
        } catch (IOException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static JudgedCollection collection(Map<String, String> options) throws IOException {
        String documents = options.get("--documents");
        return documents == null
                ? SearchBench.made()
                : new JudgedCollection(JudgedCollection.documents(Path.of(documents)), List.of());
    }
}
