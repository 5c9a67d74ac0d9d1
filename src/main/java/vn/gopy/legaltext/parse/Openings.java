package vn.gopy.legaltext.parse;

import java.util.Arrays;

/**
 * Fixed phrases by their first three letters, so that nearly every word of a text is known at once to begin none of them.
 *
 * @param <T> what a phrase stands for
 */
public final class Openings<T> {

    /** Slots are below this. */
    public static final int SIZE = 1 << 12;

    private final Object[][] meanings = new Object[SIZE][];

    /** @param phrase in small letters; phrases are asked in the order in which they were added */
    public void add(String phrase, T meaning) {
        int slot = slot(phrase, 0);
        Object[] before = meanings[slot] == null ? new Object[0] : meanings[slot];
        Object[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = meaning;
        meanings[slot] = after;
    }

    /** How many phrases may stand at a position with this slot. */
    public int count(int slot) {
        Object[] there = meanings[slot];
        return there == null ? 0 : there.length;
    }

    /** What the n-th phrase of the slot stands for. */
    @SuppressWarnings("unchecked")
    public T get(int slot, int n) {
        return (T) meanings[slot][n];
    }

    /** Where phrases with the three letters at this position are kept, and maybe some others; whatever the case. */
    public static int slot(String text, int at) {
        char second = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        char third = at + 2 < text.length() ? text.charAt(at + 2) : 0;
        return slot(text.charAt(at), second, third);
    }

    /** The same for three letters. */
    public static int slot(char first, char second, char third) {
        int mixed = (TextAt.lower(first) * 31 + TextAt.lower(second)) * 31 + TextAt.lower(third);
        return (mixed ^ mixed >>> 12) & SIZE - 1;
    }
}
