package vn.gopy.document;

import vn.gopy.legaltext.SecondReading;

/** Reads a file once more with another reader, so that words which one of the two misses are not missed in silence. */
public interface SecondReader {

    /**
     * Compares our reading with Tika's, out of harm's way; what fails compares nothing, it never throws.
     *
     * @param fileName only its ending counts; it is never used as a path
     */
    SecondReading compare(byte[] content, String fileName);
}
