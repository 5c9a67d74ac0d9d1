package vn.gopy.search.engine.lucene;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;
import vn.gopy.search.engine.lucene.Vocabulary.Form;
import vn.gopy.search.engine.lucene.Vocabulary.Syllable;

/**
 * Pairs of neighbours, parted by one space as the analyzers of pairs write them: each different pair once with how often it
 * stands there, those of a heading several times, since the index need not look up the same pair again.
 */
final class PairStream extends TokenStream {

    private static final int NUMBER_BITS = 32;

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Vocabulary vocabulary;
    private final long[] pairs;
    private int next;

    PairStream(Vocabulary vocabulary, List<Syllable> heading, List<Syllable> words, boolean folded) {
        this.vocabulary = vocabulary;
        int inHeading = Math.max(0, heading.size() - 1);
        pairs = new long[inHeading * TermStream.HEADING_WEIGHT + Math.max(0, words.size() - 1)];
        int filled = 0;
        for (int time = 0; time < TermStream.HEADING_WEIGHT; time++) {
            filled = fill(heading, folded, filled);
        }
        fill(words, folded, filled);
        Arrays.sort(pairs);
    }

    private int fill(List<Syllable> syllables, boolean folded, int from) {
        int filled = from;
        for (int i = 0; i + 1 < syllables.size(); i++) {
            Form first = syllables.get(i).form(folded);
            Form second = syllables.get(i + 1).form(folded);
            pairs[filled++] = (long) first.number() << NUMBER_BITS | second.number();
        }
        return filled;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next == pairs.length) {
            return false;
        }
        clearAttributes();
        long pair = pairs[next];
        int count = 0;
        while (next < pairs.length && pairs[next] == pair) {
            count++;
            next++;
        }
        term.setBytesRef(joined((int) (pair >> NUMBER_BITS), (int) pair));
        frequency.setTermFrequency(count);
        return true;
    }

    private BytesRef joined(int first, int second) {
        BytesRef one = vocabulary.term(first);
        BytesRef other = vocabulary.term(second);
        byte[] both = new byte[one.length + 1 + other.length];
        System.arraycopy(one.bytes, one.offset, both, 0, one.length);
        both[one.length] = ' ';
        System.arraycopy(other.bytes, other.offset, both, one.length + 1, other.length);
        return new BytesRef(both);
    }
}
