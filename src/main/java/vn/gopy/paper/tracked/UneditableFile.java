package vn.gopy.paper.tracked;

/** The file cannot be written into: it is no Word file of the XML kind, or is built in a way that is not understood. */
public final class UneditableFile extends RuntimeException {

    UneditableFile(String why) {
        super(why);
    }

    UneditableFile(String why, Throwable cause) {
        super(why, cause);
    }
}
