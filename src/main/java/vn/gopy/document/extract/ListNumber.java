package vn.gopy.document.extract;

import java.util.Locale;

/** Writes the numbers of automatic lists the way word processors draw them. */
public final class ListNumber {

    private static final String[] TENS = {"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"};
    private static final String[] ONES = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};

    private ListNumber() {}

    /** The number in a Word or OpenDocument format; plain digits for a format that is not known. */
    public static String format(int number, String format) {
        return switch (format) {
            case "lowerLetter", "a" -> letters(number);
            case "upperLetter", "A" -> letters(number).toUpperCase(Locale.ROOT);
            case "lowerRoman", "i" -> roman(number);
            case "upperRoman", "I" -> roman(number).toUpperCase(Locale.ROOT);
            case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
            case "none", "" -> "";
            default -> Integer.toString(number);
        };
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
