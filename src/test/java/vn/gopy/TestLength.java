package vn.gopy;

import java.util.stream.IntStream;

/** How often a test that depends on chance is repeated: a little always, much with {@code bin/gopy test --long}. */
public final class TestLength {

    private TestLength() {}

    /** The numbers 1 to {@code usual}, or to {@code thorough} in a long run. */
    public static IntStream rounds(int usual, int thorough) {
        return IntStream.rangeClosed(1, isLong() ? thorough : usual);
    }

    public static boolean isLong() {
        return "long".equals(System.getProperty("gopy.tests"));
    }
}
