package vn.gopy.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.command.measure.Folders;
import vn.gopy.command.measure.JudgedCollection;
import vn.gopy.command.measure.JudgedCollection.Judged;
import vn.gopy.command.measure.training.RankingTraining;

/**
 * {@code bin/gopy train-ranking --documents F [--questions F] --out DIR}: teaches the search's second look and writes its
 * two files. Exit status 2 when called wrongly, 1 when a file cannot be read or written.
 */
public final class TrainRankingCommand {

    private static final String USAGE = "train-ranking --documents FILE [--questions FILE] --out FOLDER";

    private TrainRankingCommand() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, String> options = Options.of(args, USAGE, Set.of("--documents", "--questions", "--out"));
        if (!options.containsKey("--documents") || !options.containsKey("--out")) {
            Options.refuse(USAGE);
        }
        try {
            run(options, out);
        } catch (IOException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Map<String, String> options, PrintStream out) throws IOException {
        Path documents = Path.of(options.get("--documents"));
        List<Judged> questions = options.containsKey("--questions")
                ? JudgedCollection.ownQuestions(Path.of(options.get("--questions")))
                : List.of();
        new RankingTraining(JudgedCollection.documents(documents), questions, out)
                .run(Folders.temporary("gopy-train-ranking"), Path.of(options.get("--out")));
    }
}
