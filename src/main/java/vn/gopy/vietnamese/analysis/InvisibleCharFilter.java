package vn.gopy.vietnamese.analysis;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;

/**
 * Takes out characters that show nothing (zero-width space and joiners, byte order mark, soft hyphen), which would
 * otherwise cut a word in two, and makes the narrow hard space a plain one, which the tokenizer would otherwise take for
 * a letter. Offsets still point into the text as given.
 */
public final class InvisibleCharFilter extends BaseCharFilter {

    private static final char NARROW_HARD_SPACE = '\u202F';

    private int outputLength;
    private int removed;

    /** @param input the text as stored */
    public InvisibleCharFilter(Reader input) {
        super(input);
    }

    @Override
    public int read(char[] target, int offset, int size) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int count = input.read(target, offset, size);
            if (count < 0) {
                return count;
            }
            kept = compact(target, offset, count);
            if (count == 0) {
                return 0;
            }
        }
        return kept;
    }

    private int compact(char[] target, int offset, int count) {
        int kept = 0;
        for (int i = offset; i < offset + count; i++) {
            char c = target[i];
            if (c >= 0xAD && Letters.isInvisible(c)) {
                removed++;
                addOffCorrectMap(outputLength + kept, removed);
            } else {
                target[offset + kept++] = c == NARROW_HARD_SPACE ? ' ' : c;
            }
        }
        outputLength += kept;
        return kept;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
