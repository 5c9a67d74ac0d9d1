package vn.gopy.legaltext.parse;

/** Where the digits, letters and blanks of a numbering sign end. */
final class Numerals {

    private Numerals() {}

    static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The letter of an inserted unit, and its digit: 43a, 5đ, 5a1; not the first letter of a word. */
    static int suffix(String text, int from) {
        if (from >= text.length() || Marker.LETTERS.indexOf(text.charAt(from)) < 0) {
            return from;
        }
        int end = digits(text, from + 1);
        return end < text.length() && Character.isLetter(text.charAt(end)) ? from : end;
    }

    /** The place of a capital letter among the letters of lists, 0 for any other sign. */
    static int capital(char c) {
        return c >= 'A' && c <= 'Z' || c == 'Đ' ? Marker.LETTERS.indexOf(Character.toLowerCase(c)) + 1 : 0;
    }
}
