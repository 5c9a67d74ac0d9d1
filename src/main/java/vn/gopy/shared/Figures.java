package vn.gopy.shared;

/** Numbers as offices write them. */
public final class Figures {

    private Figures() {}

    /** With two digits at least: "03 ý kiến". */
    public static String two(long number) {
        return "%02d".formatted(number);
    }

    /** How much a file holds: "48 KB", "2,3 MB". */
    public static String bytes(long size) {
        return size < 1 << 20
                ? Math.max(1, Math.round(size / 1024.0)) + " KB"
                : ("%.1f MB".formatted(size / 1024.0 / 1024.0)).replace('.', ',');
    }
}
