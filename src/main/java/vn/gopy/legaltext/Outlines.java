package vn.gopy.legaltext;

/** Computes outlines. */
public final class Outlines {

    private Outlines() {}

    public static Outline of(Reading reading, String fileName, String sha256) {
        throw new UnsupportedOperationException();
    }
}
