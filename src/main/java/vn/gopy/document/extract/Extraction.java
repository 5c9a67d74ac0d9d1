package vn.gopy.document.extract;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.gopy.document.extract.html.HtmlReader;
import vn.gopy.document.extract.odt.OdtReader;
import vn.gopy.document.extract.pdf.PdfReader;
import vn.gopy.document.extract.pdf.ScannedPdf;
import vn.gopy.document.extract.rtf.RtfReader;
import vn.gopy.document.extract.word.DocReader;
import vn.gopy.document.extract.word.DocxReader;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;

/** From bytes to a reading; whatever a parser throws becomes a named problem. */
public final class Extraction {

    private static final long STACK = 256L << 20;

    private Extraction() {}

    /**
     * Reads one file. Only an {@link Error} other than a stack overflow leaves this method by exception.
     *
     * @param fileName only its ending counts
     */
    public static Reading read(byte[] content, String fileName) {
        return read(content, fileName, Changes.FINAL);
    }

    /**
     * Reads one file. Only an {@link Error} other than a stack overflow leaves this method by exception.
     *
     * @param fileName only its ending counts
     * @param changes which text of tracked changes is wanted
     */
    public static Reading read(byte[] content, String fileName, Changes changes) {
        return read(
                content,
                fileName,
                changes,
                (inner, name) -> read(inner, name, changes, (deeper, any) -> Reading.failed(null, Problem.TOO_LARGE)));
    }

    /** @param door through which files go that came with this one */
    private static Reading read(
            byte[] content, String fileName, Changes changes, BiFunction<byte[], String, Reading> door) {
        return switch (FileKind.of(fileName, content)) {
            case FileKind.Verdict.Rejected rejected -> Reading.failed(null, rejected.problem());
            case FileKind.Verdict.Accepted(FileKind kind) ->
                onDeepStack(
                        kind,
                        () -> ours(kind, content).hasReader()
                                ? dispatch(content, ours(kind, content), changes, chunk -> chunk(chunk, changes))
                                : PlainReader.read(content, fileName, kind, door));
        };
    }

    /** Reads the pages of a PDF file that are pictures too; within the limits of the recognition, and as safe as {@link #read}. */
    static Reading recognise(byte[] content, String fileName, Recognition recognition) {
        boolean pdf = FileKind.of(fileName, content) instanceof FileKind.Verdict.Accepted(FileKind kind)
                && kind == FileKind.PDF;
        if (!pdf) {
            return Reading.failed(null, Problem.NO_TEXT);
        }
        return onDeepStack(FileKind.PDF, () -> ScannedPdf.read(content, recognition));
    }

    /** Nested tables and page trees call deeply; a stack of its own turns that into time, not into a crash. */
    private static Reading onDeepStack(FileKind kind, Supplier<Reading> read) {
        var result = new Reading[1];
        var failure = new Throwable[1];
        var thread = new Thread(null, SecondLook.carried(() -> result[0] = guarded(kind, read)), "reader", STACK);
        thread.setUncaughtExceptionHandler((dead, why) -> failure[0] = why);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Reading.failed(kind.mediaType(), Problem.TIMEOUT);
        }
        if (failure[0] instanceof Error error) {
            throw error;
        }
        return result[0];
    }

    private static Reading guarded(FileKind kind, Supplier<Reading> read) {
        try {
            Reading reading = read.get();
            if (SecretStamp.isOn(reading)) {
                return Reading.failed(reading.mediaType(), Problem.STATE_SECRET_MARK);
            }
            return reading;
        } catch (Refused refused) {
            return Reading.failed(kind.mediaType(), refused.problem());
        } catch (StackOverflowError | RuntimeException broken) {
            return Reading.failed(kind.mediaType(), Problem.CORRUPT);
        }
    }

    /** A file within a file, which only its first bytes tell the kind of; a file within that is not read. */
    private static Reading chunk(byte[] content, Changes changes) {
        Function<byte[], Reading> deeper = chunk -> Reading.failed(null, Problem.NOT_A_DOCUMENT);
        return FileKind.byContent(content)
                .map(kind -> guarded(
                        kind,
                        () -> ours(kind, content).hasReader()
                                ? dispatch(content, ours(kind, content), changes, deeper)
                                : PlainReader.read(content, "", kind, (inner, name) -> deeper.apply(inner))))
                .orElseGet(() -> Reading.failed(null, Problem.NOT_A_DOCUMENT));
    }

    /** Two packages that readers of ours open: a Word file in one piece of XML, and a page with its pictures. */
    private static FileKind ours(FileKind kind, byte[] content) {
        if (kind == FileKind.WORD_XML && DocxReader.isFlat(content)) {
            return FileKind.DOCX;
        }
        return kind == FileKind.MAIL && HtmlReader.isArchive(content) ? FileKind.HTML : kind;
    }

    private static Reading dispatch(byte[] content, FileKind kind, Changes changes, Function<byte[], Reading> chunks) {
        return switch (kind) {
            case DOCX -> DocxReader.read(content, changes, chunks);
            case TEXT -> TextReader.read(content);
            case DOC -> DocReader.read(content, changes);
            case RTF -> RtfReader.read(content, changes);
            case HTML -> HtmlReader.read(content);
            case ODT -> OdtReader.read(content, changes);
            case PDF -> PdfReader.read(content);
            case WORD_XML, MAIL, SHEETS, SLIDES, BOOK -> throw new IllegalArgumentException(kind + " has no reader");
        };
    }
}
