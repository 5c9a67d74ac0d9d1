package vn.gopy.paper;

/** Word's unit of length: a twentieth of a point. */
final class Twips {

    private static final double PER_MILLIMETRE = 1440 / 25.4;

    private Twips() {}

    static int ofMillimetres(int millimetres) {
        return (int) Math.round(millimetres * PER_MILLIMETRE);
    }
}
