package vn.gopy.search.engine.lucene;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * Terms that are ready for the index: those of a heading, each three times in its place so that they weigh more, and
 * behind a gap those of the words below it.
 */
final class TermStream extends TokenStream {

    /** As many times as its words are counted. */
    static final int HEADING_WEIGHT = 3;

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<BytesRef> heading;
    private final List<BytesRef> words;
    private int given;

    TermStream(List<BytesRef> heading, List<BytesRef> words) {
        this.heading = heading;
        this.words = words;
    }

    @Override
    public void reset() {
        given = 0;
    }

    @Override
    public boolean incrementToken() {
        int headingTerms = HEADING_WEIGHT * heading.size();
        if (given >= headingTerms + words.size()) {
            return false;
        }
        clearAttributes();
        if (given < headingTerms) {
            term.setBytesRef(heading.get(given / HEADING_WEIGHT));
            step.setPositionIncrement(given % HEADING_WEIGHT == 0 ? 1 : 0);
        } else {
            term.setBytesRef(words.get(given - headingTerms));
            step.setPositionIncrement(given == headingTerms && given > 0 ? 2 : 1);
        }
        given++;
        return true;
    }
}
