package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<BytesRef, Form> forms = new HashMap<>();
    private final List<BytesRef> byNumber = new ArrayList<>();
    private CharArrayMap<Syllable> known = new CharArrayMap<>(8_192, false);

    /** A term, and a number that no other one has. */
    record Form(BytesRef bytes, int number) {}

    /** A term as the fields with and without marks keep it. */
    record Syllable(Form marked, Form folded) {

        Form form(boolean withoutMarks) {
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
            String marked = term.toString();
            BytesRef plain = BytesRef.deepCopyOf(folded.normalize("", marked));
            syllable = new Syllable(form(new BytesRef(marked)), form(plain));
            known.put(marked, syllable);
        }
        return syllable;
    }

    private Form form(BytesRef bytes) {
        return forms.computeIfAbsent(bytes, fresh -> {
            byNumber.add(fresh);
            return new Form(fresh, byNumber.size() - 1);
        });
    }

    /** The term with this number. */
    BytesRef term(int number) {
        return byNumber.get(number);
    }

    /** Forgets what has been remembered when that is much; not while syllables given before are still used. */
    void trim() {
        if (known.size() >= MOST_REMEMBERED) {
            known = new CharArrayMap<>(8_192, false);
            forms.clear();
            byNumber.clear();
        }
    }
}
