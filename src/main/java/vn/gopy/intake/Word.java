package vn.gopy.intake;

import java.util.ArrayList;
import java.util.List;

/** A run of letters and digits in a text, from one offset to another. */
record Word(String letters, int from, int to) {

    /** All words of the text in order; a combining mark belongs to its letter. */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean within = i < text.length() && isPart(text.charAt(i));
            if (within && from < 0) {
                from = i;
            } else if (!within && from >= 0) {
                words.add(new Word(text.substring(from, i), from, i));
                from = -1;
            }
        }
        return words;
    }

    static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** The text without the number that a word processor may have drawn or somebody typed before it. */
    static String withoutMarker(String text) {
        return text.replaceFirst("^\\s*(\\d{1,3}[.)]|[a-zđ]\\)|[-–•+])\\s*", "");
    }
}
