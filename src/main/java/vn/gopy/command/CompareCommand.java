package vn.gopy.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.draft.comparison.ComparisonJson;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.alignment.Alignment;
import vn.gopy.legaltext.alignment.Alignments;

/**
 * {@code gopy compare [--changes final|original|shown] [--no-ocr] OLD NEW}: one JSON object on one line, with a row for each
 * tie between the places of both files. A file that cannot be read gives its problem and no rows, and the exit status 1.
 */
public final class CompareCommand {

    private static final String USAGE = "gopy compare [--changes final|original|shown] [--no-ocr] OLD NEW";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CompareCommand() {}

    /** What the command line asks for. */
    private record Options(List<String> files, Changes changes, boolean ocr) {

        static Optional<Options> of(String[] args) {
            var files = new ArrayList<String>();
            Optional<Changes> changes = Optional.of(Changes.FINAL);
            boolean ocr = true;
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--no-ocr" -> ocr = false;
                    case "--changes" ->
                        changes = ++i < args.length ? OutlineCommand.changes(args[i]) : Optional.empty();
                    case "--" -> {
                        files.addAll(List.of(args).subList(i + 1, args.length));
                        i = args.length;
                    }
                    default -> files.add(args[i]);
                }
            }
            boolean recognise = ocr;
            return changes.filter(any -> files.size() == 2).map(choice -> new Options(files, choice, recognise));
        }
    }

    /** What is printed. */
    private record Printed(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Problem problem,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unread> unread,
            @JsonUnwrapped ComparisonJson comparison) {}

    private record Unread(String file, Problem problem) {}

    public static void main(String[] args) throws IOException {
        Options options = Options.of(args).orElse(null);
        if (options == null) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        Outline before;
        Outline after;
        try (var outlines = new FileOutlines(options.changes(), options.ocr(), false)) {
            before = outlines.of(options.files().getFirst());
            after = outlines.of(options.files().getLast());
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(json(before, after));
        System.exit(before.problem() == null && after.problem() == null ? 0 : 1);
    }

    /** The comparison of two outlines as one line of JSON. */
    static String json(Outline before, Outline after) {
        List<Unread> unread = Stream.of(before, after)
                .flatMap(side -> Stream.ofNullable(side.problem()).map(why -> new Unread(side.file(), why)))
                .toList();
        Alignment alignment = unread.isEmpty() ? Alignments.of(before, after) : new Alignment(List.of());
        return JSON.writeValueAsString(new Printed(
                unread.isEmpty() ? null : unread.getFirst().problem(), unread, ComparisonJson.of(alignment)));
    }
}
