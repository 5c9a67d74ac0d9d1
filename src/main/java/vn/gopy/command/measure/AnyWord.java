package vn.gopy.command.measure;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The plainest question to Lucene, which its own programs are measured with: documents that hold any of the words. */
final class AnyWord {

    private AnyWord() {}

    static Query of(Analyzer analyzer, String field, String question) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String term : terms(analyzer, field, question)) {
            any.add(new TermQuery(new Term(field, term)), Occur.SHOULD);
        }
        return any.build();
    }

    private static Set<String> terms(Analyzer analyzer, String field, String question) throws IOException {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream(field, question)) {
            CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        }
        return terms;
    }
}
