package vn.gopy.document;

import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Reading;

/** Reads files of people into blocks, out of harm's way. */
public interface DocumentReader {

    /**
     * Reads one file, tracked changes accepted; every failure is a {@link Reading#problem()}, never an exception.
     *
     * @param fileName only its ending counts; it is never used as a path
     */
    default Reading read(byte[] content, String fileName) {
        return read(content, fileName, Changes.FINAL);
    }

    /**
     * Reads one file; every failure is a {@link Reading#problem()}, never an exception.
     *
     * @param fileName only its ending counts; it is never used as a path
     * @param changes which text of tracked changes is wanted
     */
    Reading read(byte[] content, String fileName, Changes changes);
}
