package vn.gopy.shared;

/** Numbers as offices write them. */
public final class Figures {

    private Figures() {}

    /** With two digits at least: "03 ý kiến". */
    public static String two(long number) {
        return "%02d".formatted(number);
    }
}
