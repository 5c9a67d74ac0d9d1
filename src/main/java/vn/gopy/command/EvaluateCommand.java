package vn.gopy.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.search.Evaluation;

/**
 * {@code bin/gopy evaluate --documents F --queries F [--run FILE]}: measures the search on judged questions and prints a
 * table and, as the last line, one JSON object. Exit status 2 when called wrongly, 1 when a file cannot be read.
 */
public final class EvaluateCommand {

    private static final String USAGE = "evaluate --documents FILE --queries FILE [--run FILE]";

    private EvaluateCommand() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, Path> files = files(args);
        if (!files.containsKey("--documents") || !files.containsKey("--queries")) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            run(files, out);
        } catch (IOException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, Path> files(String[] args) {
        Map<String, Path> files = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            files.put(args[i], Path.of(args[i + 1]));
        }
        return files;
    }

    private static void run(Map<String, Path> files, PrintStream out) throws IOException {
        Evaluation evaluation = new Evaluation(files.get("--documents"), files.get("--queries"));
        Path folder = Files.createTempDirectory("gopy-evaluate");
        try (PrintWriter run = writer(files.get("--run"))) {
            Map<String, Map<String, Double>> measures = evaluation.measure(
                    folder,
                    (question, form, document, rank) ->
                            run.println(question + "\t" + form + "\t" + document + "\t" + rank));
            print(measures, out);
        } finally {
            delete(folder);
        }
    }

    private static PrintWriter writer(@org.jspecify.annotations.Nullable Path file) throws IOException {
        return file == null
                ? new PrintWriter(Writer.nullWriter())
                : new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    private static void print(Map<String, Map<String, Double>> measures, PrintStream out) {
        measures.forEach((form, values) -> {
            out.printf("%-11s", form);
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

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
