package vn.gopy.vietnamese.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Brings lower-case tokens to the form that is compared: composed marks in any order of typing, the tone where official
 * texts put it, {@code đ} and {@code ư} for their look-alikes, {@code i} and {@code y} alike in open syllables such as
 * {@code kĩ}, k and c alike in the names of places such as {@code Đắk Lắk} and {@code Bắc Kạn}; with {@code fold} also without any mark. Offsets are left alone. A token of ASCII only passes untouched but
 * for these.
 */
public final class VietnameseNormalizationFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Syllable syllable;

    /**
     * @param input lower-case tokens
     * @param fold whether marks are dropped and đ becomes d
     */
    public VietnameseNormalizationFilter(TokenStream input, boolean fold) {
        super(input);
        this.syllable = new Syllable(fold);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (needsWork(term.buffer(), term.length())) {
            syllable.take(term.buffer(), term.length());
            term.copyBuffer(syllable.letters(), 0, syllable.length());
        }
        return true;
    }

    private static boolean needsWork(char[] token, int length) {
        if (length <= 3 && length > 0 && token[length - 1] == 'i') {
            return true;
        }
        if (length == 3 && (token[2] == 'k' || token[0] == 'k' && token[2] == 'n')) {
            return true;
        }
        for (int i = 0; i < length; i++) {
            if (token[i] >= 128) {
                return true;
            }
        }
        return false;
    }
}
