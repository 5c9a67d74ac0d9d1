package vn.gopy.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import vn.gopy.draft.finding.FindingWords;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Provision;
import vn.gopy.legaltext.Sentence;
import vn.gopy.shared.Texts;

/**
 * {@code gopy outline [--changes final|original|shown] [--no-ocr] [--twice] FILE...}: one JSON object per file and line, in the
 * order of the files. With {@code --twice} each file is read by a second reader too, and what only one of the two
 * found is among the warnings. The exit status is 1 when any file could not be read.
 */
public final class OutlineCommand {

    /** Read ahead no further, so that a folder of thousands does not fill the memory. */
    private static final int AHEAD_PER_CHILD = 3;

    private static final Texts TEXTS = new Texts();

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Outline.class, OutlineShape.class)
            .addMixIn(Provision.class, ProvisionShape.class)
            .addModule(new SimpleModule().addSerializer(Sentence.class, new InWords()))
            .build();

    private OutlineCommand() {}

    /** What the command line asks for. */
    private record Options(List<String> files, Changes changes, boolean ocr, boolean twice) {

        static Optional<Options> of(String[] args) {
            var files = new ArrayList<String>();
            Optional<Changes> changes = Optional.of(Changes.FINAL);
            boolean ocr = true;
            boolean twice = false;
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--no-ocr" -> ocr = false;
                    case "--twice" -> twice = true;
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
            boolean again = twice;
            return changes.filter(any -> !files.isEmpty()).map(choice -> new Options(files, choice, recognise, again));
        }
    }

    /** How tracked changes are to be read, by its word on the command line. */
    static Optional<Changes> changes(String word) {
        return Arrays.stream(Changes.values())
                .filter(choice -> choice.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** What was noticed is said in Vietnamese. */
    private static final class InWords extends ValueSerializer<Sentence> {

        @Override
        public void serialize(Sentence sentence, JsonGenerator out, SerializationContext context) {
            out.writeString(FindingWords.of(TEXTS, Texts.VIETNAMESE, sentence));
        }
    }

    /** A problem is named only where there is one. */
    private interface OutlineShape {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Problem problem();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String urgency();
    }

    /** Depth and rows belong to outline headings and tables only. */
    private interface ProvisionShape {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Integer depth();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<List<String>> rows();
    }

    public static void main(String[] args) throws IOException {
        Options options = Options.of(args).orElse(null);
        if (options == null) {
            System.err.println("gopy outline [--changes final|original|shown] [--no-ocr] [--twice] FILE...");
            System.exit(2);
            return;
        }
        var out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        boolean good;
        try (var outlines = new FileOutlines(options.changes(), options.ocr(), options.twice())) {
            good = print(options.files(), outlines, out);
        }
        out.flush();
        System.exit(good ? 0 : 1);
    }

    private static boolean print(List<String> files, FileOutlines outlines, PrintStream out) {
        int children = outlines.children();
        boolean good = true;
        Deque<Future<Outline>> running = new ArrayDeque<>();
        try (var threads = Executors.newFixedThreadPool(children)) {
            int next = 0;
            while (next < files.size() || !running.isEmpty()) {
                while (next < files.size() && running.size() < children * AHEAD_PER_CHILD) {
                    String file = files.get(next++);
                    running.add(threads.submit(() -> outlines.of(file)));
                }
                Outline outline = await(running.remove());
                good &= outline.problem() == null;
                out.println(json(outline));
                out.flush();
            }
        }
        return good;
    }

    /** An outline as one line of JSON. */
    static String json(Outline outline) {
        return JSON.writeValueAsString(outline);
    }

    private static Outline await(Future<Outline> future) {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("Stopped", stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }
}
