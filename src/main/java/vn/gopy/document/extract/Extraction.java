package vn.gopy.document.extract;

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
        return switch (FileKind.of(fileName, content)) {
            case FileKind.Verdict.Rejected rejected -> Reading.failed(null, rejected.problem());
            case FileKind.Verdict.Accepted accepted -> onDeepStack(content, accepted.kind());
        };
    }

    /** Nested tables and page trees call deeply; a stack of its own turns that into time, not into a crash. */
    private static Reading onDeepStack(byte[] content, FileKind kind) {
        var result = new Reading[1];
        var failure = new Throwable[1];
        var thread = new Thread(null, () -> result[0] = guarded(content, kind), "reader", STACK);
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

    private static Reading guarded(byte[] content, FileKind kind) {
        try {
            Reading reading = dispatch(content, kind);
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

    private static Reading dispatch(byte[] content, FileKind kind) {
        return switch (kind) {
            case DOCX -> DocxReader.read(content);
            case TEXT -> TextReader.read(content);
            case DOC -> DocReader.read(content);
            case RTF -> RtfReader.read(content);
            case HTML -> HtmlReader.read(content);
            case ODT -> OdtReader.read(content);
            case PDF -> PdfReader.read(content);
        };
    }
}
