package vn.gopy.legaltext.diff;

import java.util.HashMap;
import java.util.Map;

/** Stretches that went at one place and came at another, word for word; at least five words. */
final class MovedWords {

    private static final int SHORTEST = 5;
    private static final int REPEATED = -1;

    private final int[] old;
    private final int[] fresh;

    private MovedWords(int lengthA, int lengthB) {
        this.old = new int[lengthA];
        this.fresh = new int[lengthB];
    }

    static MovedWords of(int[] a, int[] b, int[] partner) {
        MovedWords moved = new MovedWords(a.length, b.length);
        boolean[] paired = new boolean[b.length];
        for (int there : partner) {
            if (there >= 0) {
                paired[there] = true;
            }
        }
        Map<Long, Integer> places = places(b, paired);
        int number = 0;
        for (int i = 0; i + SHORTEST <= a.length; i++) {
            Integer there = free(partner, i, i + SHORTEST) ? places.get(hash(a, i)) : null;
            if (there != null && there != REPEATED) {
                int length = moved.length(a, i, partner, b, there, paired);
                if (length >= SHORTEST) {
                    moved.mark(i, there, length, ++number);
                    i += length - 1;
                }
            }
        }
        return moved;
    }

    private static Map<Long, Integer> places(int[] b, boolean[] paired) {
        Map<Long, Integer> places = new HashMap<>();
        int run = 0;
        for (int j = 0; j < b.length; j++) {
            run = paired[j] ? 0 : run + 1;
            if (run >= SHORTEST) {
                int start = j - SHORTEST + 1;
                places.merge(hash(b, start), start, (one, other) -> REPEATED);
            }
        }
        return places;
    }

    private static boolean free(int[] partner, int from, int to) {
        for (int i = from; i < to; i++) {
            if (partner[i] >= 0) {
                return false;
            }
        }
        return true;
    }

    private static long hash(int[] ids, int from) {
        long hash = 1125899906842597L;
        for (int i = from; i < from + SHORTEST; i++) {
            hash = 31 * hash + ids[i] * 0x9E3779B97F4A7C15L;
        }
        return hash;
    }

    private int length(int[] a, int i, int[] partner, int[] b, int j, boolean[] paired) {
        int length = 0;
        while (i + length < a.length
                && j + length < b.length
                && partner[i + length] < 0
                && !paired[j + length]
                && fresh[j + length] == 0
                && a[i + length] == b[j + length]) {
            length++;
        }
        return length;
    }

    private void mark(int i, int j, int length, int number) {
        for (int k = 0; k < length; k++) {
            old[i + k] = number;
            fresh[j + k] = number;
        }
    }

    /** For each old word the new one that it became by moving; -1 for none. */
    int[] partners() {
        int[] next = new int[old.length + 1];
        for (int j = fresh.length - 1; j >= 0; j--) {
            next[fresh[j]] = j;
        }
        int[] partners = new int[old.length];
        for (int i = 0; i < old.length; i++) {
            partners[i] = old[i] == 0 ? -1 : next[old[i]]++;
        }
        return partners;
    }

    int ofOld(int index) {
        return old[index];
    }

    int ofNew(int index) {
        return fresh[index];
    }

    /** Where the deleted stretch that begins here ends, as one whole that moved or one that did not. */
    int endOfOld(int start, int[] partner) {
        int end = start;
        while (end < old.length && partner[end] < 0 && old[end] == old[start]) {
            end++;
        }
        return end;
    }

    /** The same for an inserted stretch. */
    int endOfNew(int start, int limit) {
        int end = start;
        while (end < limit && fresh[end] == fresh[start]) {
            end++;
        }
        return end;
    }
}
