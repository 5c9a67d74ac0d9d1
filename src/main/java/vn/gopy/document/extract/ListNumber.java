package vn.gopy.document.extract;

import java.util.Locale;

/** Writes the numbers of automatic lists the way word processors draw them. */
public final class ListNumber {

    private static final String[] TENS = {"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"};
    private static final String[] ONES = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};

    private ListNumber() {}

    /**
     * The number in a Word or OpenDocument format, or as the example that a format is, such as {@code 001}; plain digits for
     * a format that is not known.
     */
    public static String format(int number, String format) {
        return switch (format) {
            case "lowerLetter", "a", "alpha", "lower-alpha", "lower-latin" -> letters(number);
            case "upperLetter", "A", "upper-alpha", "upper-latin" ->
                letters(number).toUpperCase(Locale.ROOT);
            case "lowerRoman", "i", "lower-roman" -> roman(number);
            case "upperRoman", "I", "upper-roman" -> roman(number).toUpperCase(Locale.ROOT);
            case "decimalZero", "decimal-leading-zero" -> zeroLed(number, 2);
            case "decimalEnclosedParen" -> "(" + number + ")";
            case "decimalEnclosedFullstop" -> number + ".";
            case "decimalEnclosedCircle" ->
                number >= 1 && number <= 20 ? String.valueOf((char) ('\u2460' + number - 1)) : "(" + number + ")";
            case "numberInDash" -> "- " + number + " -";
            case "none", "" -> "";
            default -> format.matches("0+1?") ? zeroLed(number, format.length()) : Integer.toString(number);
        };
    }

    /** Whether the format is known, or {@link #format} gives plain digits for want of it. */
    public static boolean draws(String format) {
        return format.matches("0*1|0+")
                || format.startsWith("decimal")
                || format.equals("numberInDash")
                || !format(1, format).equals("1");
    }

    private static String zeroLed(int number, int digits) {
        String plain = Integer.toString(number);
        return "0".repeat(Math.max(0, Math.min(digits, 20) - plain.length())) + plain;
    }

    private static String letters(int number) {
        if (number < 1) {
            return Integer.toString(number);
        }
        return String.valueOf((char) ('a' + (number - 1) % 26)).repeat(Math.min(1 + (number - 1) / 26, 20));
    }

    private static String roman(int number) {
        if (number < 1 || number > 3999) {
            return Integer.toString(number);
        }
        String hundreds = "c".repeat(number % 1000 / 100);
        hundreds = hundreds.replace("ccccccccc", "cm").replace("ccccc", "d").replace("cccc", "cd");
        return "m".repeat(number / 1000) + hundreds + TENS[number % 100 / 10] + ONES[number % 10];
    }
}
