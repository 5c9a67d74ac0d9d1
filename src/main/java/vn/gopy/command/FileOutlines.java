package vn.gopy.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import vn.gopy.document.ChildReader;
import vn.gopy.document.ScanReader;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;

/**
 * Outlines of files on this machine, read in child JVMs. Scans are recognised where this machine has Tesseract with
 * Vietnamese, at most {@value #SCANNED_PAGES} pages of a file. May be asked by several threads.
 */
final class FileOutlines implements AutoCloseable {

    private static final int SCANNED_PAGES = 40;
    private static final Duration LONGEST_SCAN = Duration.ofMinutes(2);

    private final ChildReader reader;
    private final ScanReader scans;
    private final Changes changes;
    private final boolean twice;
    private final int children;

    /**
     * @param changes how tracked changes are read
     * @param ocr whether scans are recognised
     * @param twice whether a second reader reads too, and what only one of the two found is among the warnings
     */
    FileOutlines(Changes changes, boolean ocr, boolean twice) throws IOException {
        var settings = ChildReader.Settings.standard();
        this.reader = new ChildReader(settings.asPool());
        this.scans = ocr ? ScanReader.find(settings, SCANNED_PAGES, LONGEST_SCAN) : ScanReader.none();
        this.changes = changes;
        this.twice = twice;
        this.children = settings.children();
    }

    /** How many files are read at once. */
    int children() {
        return children;
    }

    /** The outline of a file; one with a problem when it cannot be read. */
    Outline of(String file) {
        try {
            byte[] content = Files.readAllBytes(Path.of(file));
            Reading reading = reader.read(content, file, changes);
            if (reading.hasPictures() && scans.isAvailable()) {
                Reading recognised = scans.read(content, file);
                boolean better = recognised.problem() == null || recognised.problem() == Problem.STATE_SECRET_MARK;
                reading = better ? recognised : reading;
            }
            Reading warned = twice ? reading.with(reader.compare(content, file).warnings()) : reading;
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

    @Override
    public void close() {
        try (reader;
                scans) {
            // both are closed, whatever the other does
        }
    }
}
