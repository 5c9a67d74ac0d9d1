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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.document.ChildReader;
import vn.gopy.document.DocumentReader;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Provision;
import vn.gopy.legaltext.Reading;

/**
 * {@code gopy outline FILE...}: one JSON object per file and line, in the order of the files. The exit status is 1 when
 * any file could not be read.
 */
public final class OutlineCommand {

    /** Read ahead no further, so that a folder of thousands does not fill the memory. */
    private static final int AHEAD_PER_CHILD = 3;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Outline.class, OutlineShape.class)
            .addMixIn(Provision.class, ProvisionShape.class)
            .build();

    private OutlineCommand() {}

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
        if (args.length == 0) {
            System.err.println("gopy outline FILE...");
            System.exit(2);
        }
        boolean good;
        var out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        try (var reader = new ChildReader(ChildReader.Settings.standard().asPool())) {
            int children = Math.max(1, Runtime.getRuntime().availableProcessors());
            good = print(List.of(args), reader, children, out);
        }
        out.flush();
        System.exit(good ? 0 : 1);
    }

    private static boolean print(List<String> files, DocumentReader reader, int children, PrintStream out) {
        boolean good = true;
        Deque<Future<Outline>> running = new ArrayDeque<>();
        try (var threads = Executors.newFixedThreadPool(children)) {
            int next = 0;
            while (next < files.size() || !running.isEmpty()) {
                while (next < files.size() && running.size() < children * AHEAD_PER_CHILD) {
                    String file = files.get(next++);
                    running.add(threads.submit(() -> outline(file, reader)));
                }
                Outline outline = await(running.remove());
                good &= outline.problem() == null;
                out.println(JSON.writeValueAsString(outline));
                out.flush();
            }
        }
        return good;
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

    private static Outline outline(String file, DocumentReader reader) {
        try {
            byte[] content = Files.readAllBytes(Path.of(file));
            Reading reading = reader.read(content, file);
            return Outlines.of(reading, file, sha256(content));
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
