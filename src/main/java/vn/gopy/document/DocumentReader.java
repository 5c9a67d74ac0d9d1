package vn.gopy.document;

import vn.gopy.legaltext.Reading;

/** Reads files of people into blocks, out of harm's way. */
public interface DocumentReader {

    /**
     * Reads one file; every failure is a {@link Reading#problem()}, never an exception.
     *
     * @param fileName only its ending counts; it is never used as a path
     */
    Reading read(byte[] content, String fileName);
}
