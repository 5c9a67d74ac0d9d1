package vn.gopy.vietnamese.analysis;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** The chain that all field kinds share; the four public analyzers say which end of it they take. */
abstract sealed class VietnameseAnalyzer extends Analyzer
        permits SyllableAnalyzer, SyllablePairAnalyzer, FoldedSyllableAnalyzer, FoldedSyllablePairAnalyzer {

    private final boolean fold;
    private final boolean pairs;

    VietnameseAnalyzer(boolean fold, boolean pairs) {
        this.fold = fold;
        this.pairs = pairs;
    }

    @Override
    protected Reader initReader(String field, Reader text) {
        return new InvisibleCharFilter(text);
    }

    @Override
    protected Reader initReaderForNormalization(String field, Reader text) {
        return new InvisibleCharFilter(text);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream syllables = normalize(field, words);
        return new TokenStreamComponents(words, pairs ? pairsOf(syllables) : syllables);
    }

    @Override
    protected TokenStream normalize(String field, TokenStream words) {
        return new VietnameseNormalizationFilter(new LowerCaseFilter(words), fold);
    }

    private static TokenStream pairsOf(TokenStream syllables) {
        ShingleFilter pairs = new ShingleFilter(syllables, 2, 2);
        pairs.setOutputUnigrams(false);
        return pairs;
    }
}
