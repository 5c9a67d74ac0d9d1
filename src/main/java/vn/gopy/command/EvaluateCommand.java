package vn.gopy.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.command.measure.Evaluation;
import vn.gopy.command.measure.Folders;
import vn.gopy.command.measure.JudgedCollection;
import vn.gopy.search.ranking.LearnedFiles;
import vn.gopy.search.ranking.SecondLook;

/**
 * {@code bin/gopy evaluate --documents F --queries F [--run FILE] [--ranking DIR]}: measures the search on judged questions and prints a
 * table and, as the last line, one JSON object. Exit status 2 when called wrongly, 1 when a file cannot be read.
 */
public final class EvaluateCommand {

    private static final String USAGE = "evaluate --documents FILE --queries FILE [--run FILE] [--ranking FOLDER]";

    private EvaluateCommand() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, String> options = Options.of(args, USAGE, Set.of("--documents", "--queries", "--run", "--ranking"));
        if (!options.containsKey("--documents") || !options.containsKey("--queries")) {
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
        Evaluation evaluation = new Evaluation(
                JudgedCollection.read(Path.of(options.get("--documents")), Path.of(options.get("--queries"))),
                look(options.get("--ranking")));
        Path folder = Folders.temporary("gopy-evaluate");
        try (PrintWriter run = writer(options.get("--run"))) {
            Map<String, Map<String, Double>> measures = evaluation.measure(
                    folder,
                    (question, form, document, rank) ->
                            run.println(question + "\t" + form + "\t" + document + "\t" + rank));
            print(measures, out);
        }
    }

    /** What is part of the program, or what {@code train-ranking} wrote into this folder. */
    private static SecondLook look(@Nullable String folder) throws IOException {
        return folder == null ? LearnedFiles.shipped() : LearnedFiles.in(Path.of(folder));
    }

    private static PrintWriter writer(@Nullable String file) throws IOException {
        return file == null
                ? new PrintWriter(Writer.nullWriter())
                : new PrintWriter(Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8));
    }

    private static void print(Map<String, Map<String, Double>> measures, PrintStream out) {
        measures.forEach((form, values) -> {
            out.printf("%-16s", form);
            values.forEach((name, value) -> out.printf("  %s %.4f", name, value));
            out.println();
        });
        out.println(measures.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + json(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}")));
    }

    private static String json(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
