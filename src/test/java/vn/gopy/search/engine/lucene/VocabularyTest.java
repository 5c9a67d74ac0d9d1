package vn.gopy.search.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.search.engine.TextField;
import vn.gopy.search.engine.TextField.Grain;
import vn.gopy.search.engine.TextField.Part;

/** What is indexed from one analysis is what the analyzer of each field would have made. */
class VocabularyTest {

    private static final Analyzer MARKED = analyzer(Grain.SYLLABLE, false);
    private static final Analyzer FOLDED = analyzer(Grain.SYLLABLE, true);

    private final Vocabulary vocabulary = new Vocabulary(MARKED, FOLDED);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Uỷ ban nhân dân, Quý I; kĩ thuật 15/2020/NĐ-CP",
                "CHƢƠNG \u00D0iều qu\u200Byết hoà, hòan",
                "Señor Škoda ﬁle Ｈà ½ №5 x\u0301\u0323 straße İstanbul",
                "",
                "chế"
            })
    void theTermsAreThoseOfTheAnalyzers(String text) throws IOException {
        check(text);
        check(Normalizer.normalize(text, Normalizer.Form.NFD));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void alsoForAnyText(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append((char) (random.nextBoolean() ? ' ' + random.nextInt(95) : 0xA0 + random.nextInt(0x1F60)));
        }
        check(text.toString());
    }

    private void check(String text) throws IOException {
        List<Vocabulary.Syllable> syllables = vocabulary.of(text);
        for (boolean folded : new boolean[] {false, true}) {
            List<BytesRef> terms = DocumentFields.terms(syllables, folded);
            assertThat(texts(terms)).isEqualTo(terms(analyzer(Grain.SYLLABLE, folded), text));
            assertThat(counted(new PairStream(vocabulary, List.of(), syllables, folded)))
                    .isEqualTo(counted(terms(analyzer(Grain.PAIR, folded), text)));
        }
    }

    private static Map<String, Integer> counted(List<String> terms) {
        Map<String, Integer> counts = new HashMap<>();
        terms.forEach(term -> counts.merge(term, 1, Integer::sum));
        return counts;
    }

    private static Map<String, Integer> counted(PairStream pairs) {
        Map<String, Integer> counts = new HashMap<>();
        BytesTermAttribute term = pairs.getAttribute(BytesTermAttribute.class);
        TermFrequencyAttribute frequency = pairs.getAttribute(TermFrequencyAttribute.class);
        pairs.reset();
        while (pairs.incrementToken()) {
            counts.merge(term.getBytesRef().utf8ToString(), frequency.getTermFrequency(), Integer::sum);
        }
        return counts;
    }

    private static List<String> texts(List<BytesRef> terms) {
        return terms.stream().map(BytesRef::utf8ToString).toList();
    }

    private static Analyzer analyzer(Grain grain, boolean folded) {
        return IndexSchema.analyzer(new TextField(Part.TEXT, grain, folded));
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}
