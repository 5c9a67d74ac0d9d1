package vn.gopy.document;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.Recognition;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;

/**
 * Reads scans by recognising their letters, where this machine has Tesseract with Vietnamese. One file at a time, in a
 * child JVM as walled in as that of every other reading; Tesseract runs below it, with limits of its own. Others wait.
 */
public final class ScanReader implements AutoCloseable {

    private static final List<String> LIMITS = List.of("prlimit", "--as=2147483648", "--cpu=120", "--");
    private static final int HEAP_MEGABYTES = 768;
    private static final Duration GRACE = Duration.ofSeconds(100);

    private final @Nullable ChildReader reader;

    /** @param reader null where nothing can be recognised */
    private ScanReader(@Nullable ChildReader reader) {
        this.reader = reader;
    }

    /**
     * Looks for Tesseract on the path.
     *
     * @param mostPages of one file; further ones are left out with a warning
     * @param within how long one file may take; further pages are left out with a warning
     * @throws IOException when the work folder cannot be made
     */
    public static ScanReader find(ChildReader.Settings settings, int mostPages, Duration within) throws IOException {
        Optional<Path> program = program().filter(ScanReader::knowsVietnamese);
        if (program.isEmpty()) {
            return none();
        }
        var command = new ArrayList<String>();
        if (Sandbox.works(LIMITS)) {
            command.addAll(LIMITS);
        }
        command.add(program.get().toString());
        return new ScanReader(
                new ChildReader(settings.withArguments(new Recognition(command, mostPages, within).arguments())
                        .withHeapMegabytes(HEAP_MEGABYTES)
                        .withTimeLimit(within.plus(GRACE))
                        .withChildren(1)));
    }

    /** For a machine without Tesseract. */
    public static ScanReader none() {
        return new ScanReader(null);
    }

    /** Whether scans can be read here at all. */
    public boolean isAvailable() {
        return reader != null;
    }

    /**
     * The recognised text, with a warning {@code OCR} and the confidence of each page; {@link Problem#NO_TEXT} when there
     * is no text in any language that is known, or recognition is not available.
     */
    public Reading read(byte[] content, String fileName) {
        return reader == null ? Reading.failed(null, Problem.NO_TEXT) : reader.read(content, fileName);
    }

    private static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String folder : path.split(File.pathSeparator)) {
            Path program = Path.of(folder.isEmpty() ? "." : folder, "tesseract").toAbsolutePath();
            if (Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    private static boolean knowsVietnamese(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(5, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && answer.lines().anyMatch("vie"::equals);
        } catch (IOException broken) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
