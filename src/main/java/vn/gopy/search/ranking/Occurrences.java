package vn.gopy.search.ranking;

/** Where the terms of a question stand in a text. */
final class Occurrences {

    /** For each place of the text the question's syllable that stands there, or -1. */
    final int[] syllableAt;

    /** For each place but the last the question's pair that begins there, or -1. */
    final int[] pairAt;

    /** How often each syllable of the question stands in the text. */
    final int[] syllables;

    /** The same of pairs. */
    final int[] pairs;

    final int length;

    Occurrences(Asked asked, Words text) {
        length = text.length();
        syllableAt = new int[length];
        pairAt = new int[Math.max(0, length - 1)];
        syllables = new int[asked.syllables.size];
        pairs = new int[asked.pairs.size];
        long[] numbers = text.syllables(asked.folded);
        for (int place = 0; place < length; place++) {
            syllableAt[place] = asked.syllables.index.of(numbers[place]);
            if (syllableAt[place] >= 0) {
                syllables[syllableAt[place]]++;
            }
        }
        for (int place = 0; place < pairAt.length; place++) {
            boolean both = syllableAt[place] >= 0 && syllableAt[place + 1] >= 0;
            pairAt[place] = both ? asked.pairs.index.of(Words.pair(numbers[place], numbers[place + 1])) : -1;
            if (pairAt[place] >= 0) {
                pairs[pairAt[place]]++;
            }
        }
    }

    /** The weight of those terms that stand in one of the texts. */
    static float weight(Asked.Group group, int[]... counts) {
        float sum = 0;
        for (int term = 0; term < group.size; term++) {
            for (int[] count : counts) {
                if (count[term] > 0) {
                    sum += group.weight[term];
                    break;
                }
            }
        }
        return sum;
    }

    /** BM25 over the weight of all terms; heading and body count as often as said. */
    static float bm25(
            Asked.Group group,
            int[] heading,
            int headingTimes,
            int[] body,
            int bodyTimes,
            float length,
            float average) {
        float norm = 1.2f * (0.25f + 0.75f * length / average);
        float sum = 0;
        for (int term = 0; term < group.size; term++) {
            float count = heading[term] * headingTimes + body[term] * bodyTimes;
            sum += group.weight[term] * group.times[term] * count / (count + norm);
        }
        return share(sum, group.all);
    }

    /** A part over a whole; 0 of nothing. */
    static float share(float part, float whole) {
        return whole > 0 ? part / whole : 0;
    }

    /** Harmonic mean. */
    static float both(float one, float other) {
        return one + other > 0 ? 2 * one * other / (one + other) : 0;
    }
}
