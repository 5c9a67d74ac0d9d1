package vn.gopy.search.lucene;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import vn.gopy.search.EngineQuery;
import vn.gopy.search.Facet;
import vn.gopy.search.Match;

/**
 * Turns our query into Lucene's: one flat boolean query with the weights on its leaves, which Lucene can skip through
 * block by block; nested weighted clauses take more than twice as long.
 */
final class LuceneQueries {

    private LuceneQueries() {}

    /** Everything that a hit must fulfil and its score. */
    static Query ranked(EngineQuery query) {
        BooleanQuery.Builder all = conditions(query);
        selected(query.selections(), all);
        query.scoring().forEach(leaf -> all.add(leaf(leaf), Occur.SHOULD));
        if (!query.scoring().isEmpty()) {
            all.setMinimumNumberShouldMatch(1);
        }
        return all.build();
    }

    /** Everything that a hit must fulfil, without score. */
    static Query counted(EngineQuery query) {
        BooleanQuery.Builder all = countedBeforeSelections(query);
        selected(query.selections(), all);
        return all.build();
    }

    /** What a hit must fulfil but for the selected facet values. */
    static Query beforeSelections(EngineQuery query) {
        return countedBeforeSelections(query).build();
    }

    private static BooleanQuery.Builder countedBeforeSelections(EngineQuery query) {
        BooleanQuery.Builder all = conditions(query);
        if (query.required().isEmpty() && !query.scoring().isEmpty()) {
            all.add(anyOf(query.scoring(), 1), Occur.FILTER);
        }
        return all;
    }

    private static BooleanQuery.Builder conditions(EngineQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(access(query.access()), Occur.FILTER);
        selected(query.bounds(), all);
        query.required().forEach(match -> all.add(leaf(match), Occur.FILTER));
        query.excluded().forEach(match -> all.add(leaf(match), Occur.MUST_NOT));
        return all;
    }

    private static Query access(Set<String> tokens) {
        return tokens.isEmpty()
                ? new MatchNoDocsQuery("An asker without access tokens finds nothing")
                : KeywordField.newSetQuery(IndexSchema.ACCESS, bytes(tokens));
    }

    private static void selected(Map<Facet, Set<String>> selections, BooleanQuery.Builder all) {
        selections.forEach((facet, values) ->
                all.add(KeywordField.newSetQuery(IndexSchema.name(facet), bytes(values)), Occur.FILTER));
    }

    private static List<BytesRef> bytes(Collection<String> values) {
        return values.stream().map(BytesRef::new).toList();
    }

    private static Query leaf(Match match) {
        return switch (match) {
            case Match.Term term ->
                weighted(new TermQuery(new Term(IndexSchema.name(term.field()), term.term())), term.weight());
            case Match.Phrase phrase -> weighted(phrase(phrase), phrase.weight());
            case Match.Key key ->
                weighted(
                        new ConstantScoreQuery(new TermQuery(new Term(IndexSchema.name(key.field()), key.key()))),
                        key.weight());
            case Match.Starting starting ->
                weighted(starting(IndexSchema.name(starting.field()), starting.start()), starting.weight());
            case Match.KeyStarting starting ->
                weighted(starting(IndexSchema.name(starting.field()), starting.start()), starting.weight());
            case Match.Word word -> new TermQuery(new Term(IndexSchema.anywhere(word.folded()), word.term()));
            case Match.AnyOf any -> anyOf(any.of(), any.minimum());
            case Match.AllOf all -> anyOf(all.of(), all.of().size());
        };
    }

    private static Query phrase(Match.Phrase phrase) {
        return new PhraseQuery(IndexSchema.name(phrase.field()), phrase.terms().toArray(String[]::new));
    }

    private static Query starting(String field, String start) {
        return new ConstantScoreQuery(new PrefixQuery(new Term(field, start)));
    }

    private static Query anyOf(List<Match> of, int minimum) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        of.forEach(match -> any.add(leaf(match), Occur.SHOULD));
        any.setMinimumNumberShouldMatch(minimum);
        return any.build();
    }

    private static Query weighted(Query query, float weight) {
        return weight == 1f ? query : new BoostQuery(query, weight);
    }
}
