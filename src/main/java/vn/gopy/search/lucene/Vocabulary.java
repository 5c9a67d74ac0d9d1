package vn.gopy.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * Takes texts apart for indexing: once, where the analyzers of the fields would do it for every field anew. A syllable and
 * its form without marks are remembered, since few thousand make up nearly all of any text. For one thread.
 */
final class Vocabulary {

    /** Far more than the syllables of the language; the rest are numbers, names and rubbish. */
    private static final int MOST_REMEMBERED = 50_000;

    private final Analyzer syllables;
    private final Analyzer folded;
    private CharArrayMap<Syllable> known = new CharArrayMap<>(8_192, false);

    /** A term as the fields with and without marks keep it. */
    record Syllable(BytesRef marked, BytesRef folded) {

        BytesRef term(boolean withoutMarks) {
            return withoutMarks ? folded : marked;
        }
    }

    Vocabulary(Analyzer syllables, Analyzer folded) {
        this.syllables = syllables;
        this.folded = folded;
    }

    List<Syllable> of(String text) throws IOException {
        List<Syllable> found = new ArrayList<>(text.length() / 4);
        try (TokenStream tokens = syllables.tokenStream("", text)) {
            CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                found.add(syllable(term));
            }
            tokens.end();
        }
        return found;
    }

    private Syllable syllable(CharTermAttribute term) {
        Syllable syllable = known.get(term.buffer(), 0, term.length());
        if (syllable == null) {
            if (known.size() >= MOST_REMEMBERED) {
                known = new CharArrayMap<>(8_192, false);
            }
            String marked = term.toString();
            syllable = new Syllable(new BytesRef(marked), BytesRef.deepCopyOf(folded.normalize("", marked)));
            known.put(marked, syllable);
        }
        return syllable;
    }
}
