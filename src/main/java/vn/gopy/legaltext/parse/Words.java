package vn.gopy.legaltext.parse;

/** Small questions about a piece of text, answered without regular expressions because every line is asked. */
public final class Words {

    private Words() {}

    /** Has at least two capital letters and no small ones. */
    public static boolean isCapitals(String text) {
        int capitals = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            capitals += Character.isUpperCase(c) ? 1 : 0;
        }
        return capitals > 1;
    }

    /** Whether there is a letter or a digit at all. */
    public static boolean hasWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean startsLower(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.charAt(0));
    }

    static boolean startsUpper(String text) {
        return !text.isEmpty() && Character.isUpperCase(text.charAt(0));
    }

    /** The last character that is no space, closing quote or bracket; 0 for none. */
    static char lastMark(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c != ' ' && c != '”' && c != '"' && c != '’' && c != '»') {
                return c;
            }
        }
        return 0;
    }

    /** Ends as a sentence, a list item or a lead-in does. */
    static boolean endsSentence(String text) {
        return ".;:!?…/".indexOf(lastMark(text)) >= 0 && !text.isEmpty();
    }

    /** A Roman numeral's value, 0 when it is none; I to CC, written in the usual way. */
    public static int roman(String text) {
        int total = 0;
        int before = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int value = switch (text.charAt(i)) {
                case 'I' -> 1;
                case 'V' -> 5;
                case 'X' -> 10;
                case 'L' -> 50;
                case 'C' -> 100;
                default -> 0;
            };
            if (value == 0) {
                return 0;
            }
            total += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return total > 0 && toRoman(total).equals(text) ? total : 0;
    }

    static String toRoman(int number) {
        int[] values = {100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var out = new StringBuilder();
        int left = number;
        for (int i = 0; i < values.length; i++) {
            while (left >= values[i]) {
                out.append(signs[i]);
                left -= values[i];
            }
        }
        return out.toString();
    }
}
