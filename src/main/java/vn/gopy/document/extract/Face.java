package vn.gopy.document.extract;

/**
 * How letters look, as far as it changes what they say.
 *
 * @param font empty where it is unknown
 * @param capitals the page shows capitals, whatever letters the file has
 * @param struck crossed out by hand
 * @param raised above the line, as an exponent is
 */
public record Face(String font, boolean bold, boolean italic, boolean capitals, boolean struck, boolean raised) {

    /** Nothing is known. */
    public static final Face PLAIN = new Face("", false, false);

    /** Letters that only their font, weight and slant say something about. */
    public Face(String font, boolean bold, boolean italic) {
        this(font, bold, italic, false, false, false);
    }

    Face inFont(String other) {
        return new Face(other, bold, italic, capitals, struck, raised);
    }
}
