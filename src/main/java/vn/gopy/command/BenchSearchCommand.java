package vn.gopy.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import vn.gopy.command.measure.Folders;
import vn.gopy.command.measure.JudgedCollection;
import vn.gopy.command.measure.SearchBench;
import vn.gopy.search.ranking.LearnedFiles;

/**
 * {@code bin/gopy bench search [--documents F --queries F] [--provisions N]}: measures the search beside PostgreSQL's and
 * Lucene's. Exit status 2 when called wrongly, 1 when a file cannot be read.
 */
public final class BenchSearchCommand {

    private static final String USAGE = "bench search [--documents FILE --queries FILE] [--provisions N]";

    private BenchSearchCommand() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, String> options = Options.of(args, USAGE, Set.of("--documents", "--queries", "--provisions"));
        if (options.containsKey("--documents") != options.containsKey("--queries")) {
            Options.refuse(USAGE);
        }
        try {
            run(options, out);
        } catch (NumberFormatException wrong) {
            Options.refuse(USAGE);
        } catch (IOException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Map<String, String> options, PrintStream out) throws IOException {
        JudgedCollection collection = options.containsKey("--documents")
                ? JudgedCollection.read(Path.of(options.get("--documents")), Path.of(options.get("--queries")))
                : SearchBench.made();
        int provisions = options.containsKey("--provisions")
                ? Integer.parseInt(options.get("--provisions"))
                : collection.documents().size();
        Path folder = Folders.temporary("gopy-bench");
        Path programs = Path.of(System.getProperty("gopy.home", "target"), "pg");
        new SearchBench(collection, provisions, folder, programs, LearnedFiles.shipped(), out).run();
    }
}
