package vn.gopy.search.engine.lucene;

import org.apache.lucene.util.FixedBitSet;

/**
 * Counts for each document how often it was added, all documents of a word of bits at a time: layer {@code n} tells which
 * have been added at least {@code n + 1} times.
 */
final class Tally {

    private final FixedBitSet[] layers;

    Tally(int size, int upTo) {
        layers = new FixedBitSet[upTo];
        for (int i = 0; i < upTo; i++) {
            layers[i] = new FixedBitSet(size);
        }
    }

    void add(FixedBitSet documents) {
        long[] added = documents.getBits();
        for (int word = 0; word < FixedBitSet.bits2words(documents.length()); word++) {
            long bits = added[word];
            for (int layer = 0; bits != 0 && layer < layers.length; layer++) {
                long[] counted = layers[layer].getBits();
                long again = counted[word] & bits;
                counted[word] |= bits;
                bits = again;
            }
        }
    }

    /** Those that were added as often as is counted. */
    FixedBitSet reached() {
        return layers[layers.length - 1];
    }
}
