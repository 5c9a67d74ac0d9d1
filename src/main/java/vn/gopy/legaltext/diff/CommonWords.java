package vn.gopy.legaltext.diff;

import java.util.Arrays;

/**
 * Finds which words of two texts stand for each other, in order: what begins and ends alike, then the shortest edit (Myers)
 * within a budget, and where that is spent the words that occur once on each side, between which it begins anew.
 */
final class CommonWords {

    private static final int DEEPEST = 48;

    private final int[] a;
    private final int[] b;
    private final int[] partner;
    private final int[] countA;
    private final int[] countB;
    private final int[] lastB;

    private CommonWords(int[] a, int[] b, int words) {
        this.a = a;
        this.b = b;
        this.partner = new int[a.length];
        this.countA = new int[words];
        this.countB = new int[words];
        this.lastB = new int[words];
        Arrays.fill(partner, -1);
    }

    /** For each word of the first text the index of its partner in the second, rising; -1 for none. */
    static int[] of(int[] a, int[] b, int words) {
        CommonWords common = new CommonWords(a, b, words);
        common.match(0, a.length, 0, b.length, 0);
        return common.partner;
    }

    private void match(int fromA, int toA, int fromB, int toB, int depth) {
        int startA = fromA;
        int startB = fromB;
        int endA = toA;
        int endB = toB;
        while (startA < endA && startB < endB && a[startA] == b[startB]) {
            partner[startA++] = startB++;
        }
        while (startA < endA && startB < endB && a[endA - 1] == b[endB - 1]) {
            partner[--endA] = --endB;
        }
        if (startA == endA || startB == endB) {
            return;
        }
        if (!ShortestEdit.within(a, startA, endA, b, startB, endB, partner) && depth < DEEPEST) {
            betweenAnchors(startA, endA, startB, endB, depth + 1);
        }
    }

    private void betweenAnchors(int fromA, int toA, int fromB, int toB, int depth) {
        int[] anchors = anchors(fromA, toA, fromB, toB);
        if (anchors.length == 0) {
            return;
        }
        int startA = fromA;
        int startB = fromB;
        for (int at : anchors) {
            int there = partner[at];
            match(startA, at, startB, there, depth);
            startA = at + 1;
            startB = there + 1;
        }
        match(startA, toA, startB, toB, depth);
    }

    /** Words that occur once on each side here, as many as stand in the same order; they are paired. */
    private int[] anchors(int fromA, int toA, int fromB, int toB) {
        for (int i = fromA; i < toA; i++) {
            countA[a[i]]++;
        }
        for (int j = fromB; j < toB; j++) {
            countB[b[j]]++;
            lastB[b[j]] = j;
        }
        int[] single = new int[toA - fromA];
        int found = 0;
        for (int i = fromA; i < toA; i++) {
            if (countA[a[i]] == 1 && countB[a[i]] == 1) {
                single[found++] = i;
            }
        }
        int[] there = new int[found];
        for (int k = 0; k < found; k++) {
            there[k] = lastB[a[single[k]]];
        }
        for (int i = fromA; i < toA; i++) {
            countA[a[i]] = 0;
        }
        for (int j = fromB; j < toB; j++) {
            countB[b[j]] = 0;
        }
        int[] rising = Rising.longest(there);
        int[] anchors = new int[rising.length];
        for (int k = 0; k < rising.length; k++) {
            anchors[k] = single[rising[k]];
            partner[anchors[k]] = there[rising[k]];
        }
        return anchors;
    }
}
