package vn.gopy.search.ranking;

import java.util.Arrays;

/**
 * A question taken apart: its different syllables and pairs with what each weighs. A syllable weighs how telling it is,
 * times the greatest weight of its places (see {@link Frames}); a pair likewise, times the lesser of its two places.
 */
public final class Asked {

    final boolean folded;
    final boolean question;
    final int length;
    final float frameShare;
    final Group syllables;
    final Group pairs;

    /** For each place of the question its syllable, as an index of {@link #syllables}. */
    final int[] syllableAt;

    /** For each place but the last the pair that begins there. */
    final int[] pairAt;

    final float[] vector;

    /** Different terms of one kind. */
    static final class Group {
        final LongIndex index;
        final float[] weight;
        final int[] times;
        final int size;

        /** The sum of all weights. */
        final float different;

        /** The same, each as often as it stands in the question. */
        final float all;

        private Group(long[] terms, float[] placeWeights, Statistics statistics, boolean folded) {
            long[] distinct = Arrays.stream(terms).distinct().toArray();
            index = new LongIndex(distinct);
            size = distinct.length;
            weight = new float[size];
            times = new int[size];
            for (int place = 0; place < terms.length; place++) {
                int term = index.of(terms[place]);
                times[term]++;
                weight[term] = Math.max(weight[term], placeWeights[place] * statistics.idf(terms[place], folded));
            }
            float sum = 0;
            float sumAll = 0;
            for (int term = 0; term < size; term++) {
                sum += weight[term];
                sumAll += weight[term] * times[term];
            }
            different = sum;
            all = sumAll;
        }
    }

    private Asked(String text, Words words, boolean folded, Statistics statistics, float[] vector) {
        this.folded = folded;
        this.vector = vector;
        this.length = words.length();
        this.question = text.indexOf('?') >= 0;
        long[] numbers = Arrays.copyOf(words.syllables(folded), length);
        float[] weights = Frames.weights(words);
        long[] neighbours = new long[Math.max(0, length - 1)];
        float[] lesser = new float[neighbours.length];
        int inside = 0;
        for (int place = 0; place < length; place++) {
            inside += weights[place] < 1 ? 1 : 0;
            if (place + 1 < length) {
                neighbours[place] = Words.pair(numbers[place], numbers[place + 1]);
                lesser[place] = Math.min(weights[place], weights[place + 1]);
            }
        }
        this.frameShare = length == 0 ? 0 : (float) inside / length;
        this.syllables = new Group(numbers, weights, statistics, folded);
        this.pairs = new Group(neighbours, lesser, statistics, folded);
        this.syllableAt = places(numbers, syllables);
        this.pairAt = places(neighbours, pairs);
    }

    private static int[] places(long[] terms, Group group) {
        int[] places = new int[terms.length];
        for (int place = 0; place < terms.length; place++) {
            places[place] = group.index.of(terms[place]);
        }
        return places;
    }

    /**
     * @param text free words in NFC
     * @param folded whether marks are disregarded
     */
    public static Asked of(String text, boolean folded, Statistics statistics, Vectors vectors) {
        Words words = Words.of(text);
        return new Asked(text, words, folded, statistics, vectors.ofQuestion(words));
    }

    /** Syllables and, for less, pairs: what a text has at most that holds each as often as it is asked for. */
    float mass() {
        return syllables.all + PAIRS * pairs.all;
    }

    /** What pairs weigh beside syllables, as in the first stage. */
    static final float PAIRS = 0.8f;
}
