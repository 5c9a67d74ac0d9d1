package vn.gopy.paper;

/**
 * An A4 sheet and its margins in millimetres.
 *
 * @param landscape true when the long side lies across
 */
public record Sheet(boolean landscape, int top, int bottom, int left, int right) {

    /** Upright, 20/20/30/15: Hướng dẫn 05 for Party texts, within the bounds of Nghị định 30/2020/NĐ-CP. */
    public static final Sheet UPRIGHT = new Sheet(false, 20, 20, 30, 15);

    /** Across, for tables; the margins keep to the same rules. */
    public static final Sheet ACROSS = new Sheet(true, 20, 20, 30, 15);

    private static final int SHORT_SIDE = 210;
    private static final int LONG_SIDE = 297;

    /** Width of the paper in millimetres. */
    public int width() {
        return landscape ? LONG_SIDE : SHORT_SIDE;
    }

    /** Height of the paper in millimetres. */
    public int height() {
        return landscape ? SHORT_SIDE : LONG_SIDE;
    }

    /** Width between the margins in millimetres. */
    public int textWidth() {
        return width() - left - right;
    }
}
