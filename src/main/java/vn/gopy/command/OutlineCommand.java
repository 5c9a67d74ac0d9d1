package vn.gopy.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
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
import vn.gopy.document.ChildReader;
import vn.gopy.document.DocumentReader;
import vn.gopy.document.ScanReader;
import vn.gopy.document.SecondReader;
import vn.gopy.draft.FindingWords;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Provision;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence;
import vn.gopy.shared.Texts;

/**
 * {@code gopy outline [--changes final|original|shown] [--no-ocr] [--twice] FILE...}: one JSON object per file and line, in the
 * order of the files. Scans are recognised where this machine has Tesseract with Vietnamese, at most {@value #SCANNED_PAGES}
 * pages of a file. With {@code --twice} each file is read by a second reader too, and what only one of the two
 * found is among the warnings. The exit status is 1 when any file could not be read.
 */
public final class OutlineCommand {

    /** Read ahead no further, so that a folder of thousands does not fill the memory. */
    private static final int AHEAD_PER_CHILD = 3;

    private static final int SCANNED_PAGES = 40;
    private static final Duration LONGEST_SCAN = Duration.ofMinutes(2);

    private static final Texts TEXTS = new Texts();

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Outline.class, OutlineShape.class)
            .addMixIn(Provision.class, ProvisionShape.class)
            .addModule(new SimpleModule().addSerializer(Sentence.class, new InWords()))
            .build();

    private final DocumentReader reader;
    private final ScanReader scans;
    private final Changes changes;
    private final Optional<SecondReader> second;

    private OutlineCommand(DocumentReader reader, ScanReader scans, Changes changes, Optional<SecondReader> second) {
        this.reader = reader;
        this.scans = scans;
        this.changes = changes;
        this.second = second;
    }

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
                    case "--changes" -> changes = ++i < args.length ? changes(args[i]) : Optional.empty();
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

        private static Optional<Changes> changes(String word) {
            return Arrays.stream(Changes.values())
                    .filter(choice -> choice.name().equalsIgnoreCase(word))
                    .findFirst();
        }
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
        boolean good;
        var out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        var settings = ChildReader.Settings.standard();
        try (var reader = new ChildReader(settings.asPool());
                var scans =
                        options.ocr() ? ScanReader.find(settings, SCANNED_PAGES, LONGEST_SCAN) : ScanReader.none()) {
            Optional<SecondReader> second = options.twice() ? Optional.of(reader) : Optional.empty();
            good = new OutlineCommand(reader, scans, options.changes(), second)
                    .print(options.files(), settings.children(), out);
        }
        out.flush();
        System.exit(good ? 0 : 1);
    }

    private boolean print(List<String> files, int children, PrintStream out) {
        boolean good = true;
        Deque<Future<Outline>> running = new ArrayDeque<>();
        try (var threads = Executors.newFixedThreadPool(children)) {
            int next = 0;
            while (next < files.size() || !running.isEmpty()) {
                while (next < files.size() && running.size() < children * AHEAD_PER_CHILD) {
                    String file = files.get(next++);
                    running.add(threads.submit(() -> outline(file)));
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

    private Outline outline(String file) {
        try {
            byte[] content = Files.readAllBytes(Path.of(file));
            Reading reading = reader.read(content, file, changes);
            if (reading.problem() == Problem.NO_TEXT && scans.isAvailable()) {
                Reading recognised = scans.read(content, file);
                boolean better = recognised.problem() == null || recognised.problem() == Problem.STATE_SECRET_MARK;
                reading = better ? recognised : reading;
            }
            Reading read = reading;
            Reading warned = second.map(
                            it -> read.with(it.compare(content, file).warnings()))
                    .orElse(read);
            return Outlines.of(warned, file, sha256(content));
        } catch (IOException unreadable) {
            return Outlines.of(Reading.failed(null, Problem.NOT_A_DOCUMENT), file, null);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
