package vn.gopy.legaltext.diff;

/** One or two words that stayed by chance in the midst of much that changed: told apart they only hinder reading. */
final class Islands {

    private static final int SMALL = 2;
    private static final int MUCH = 4;

    private Islands() {}

    /** Takes such words out of the pairs. */
    static void drown(int[] partner, int lengthB, Words words) {
        int lastI = 0;
        int lastJ = 0;
        int i = 0;
        while (i < partner.length) {
            if (partner[i] < 0) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < partner.length && partner[end] == partner[end - 1] + 1) {
                end++;
            }
            int before = i - lastI + partner[i] - lastJ;
            int endJ = partner[end - 1] + 1;
            if (isSmall(words, i, end, before) && changesAfter(partner, lengthB, end, endJ) >= needed(words, i, end)) {
                for (int k = i; k < end; k++) {
                    partner[k] = -1;
                }
            } else {
                lastI = end;
                lastJ = endJ;
            }
            i = end;
        }
    }

    private static boolean isSmall(Words words, int from, int to, int changesBefore) {
        return to - from <= SMALL && changesBefore >= needed(words, from, to);
    }

    /** A lone sign holds less than a word. */
    private static int needed(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.isWord(i)) {
                return MUCH;
            }
        }
        return 2;
    }

    private static int changesAfter(int[] partner, int lengthB, int i, int j) {
        int next = i;
        while (next < partner.length && partner[next] < 0) {
            next++;
        }
        int nextJ = next < partner.length ? partner[next] : lengthB;
        return next - i + nextJ - j;
    }
}
