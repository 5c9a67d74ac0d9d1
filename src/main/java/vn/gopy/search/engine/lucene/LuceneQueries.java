package vn.gopy.search.engine.lucene;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.gopy.search.engine.Match;
import vn.gopy.search.engine.TextField;
import vn.gopy.search.engine.TextField.Grain;
import vn.gopy.search.engine.TextField.Part;

/**
 * Turns our query into Lucene's: one flat boolean query with the weights on its leaves, which Lucene can skip through
 * block by block; nested weighted clauses take more than twice as long.
 */
final class LuceneQueries {

    private static final List<Part> PARTS = List.of(Part.TEXT, Part.CONTEXT);

    private LuceneQueries() {}

    /** The given documents, ranked by the leaves; each matches at least so many of these. */
    static Query ranked(List<Match> scoring, int minimum, Query documents) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(documents, Occur.FILTER);
        scoring.forEach(leaf -> all.add(leaf(leaf), Occur.SHOULD));
        return all.setMinimumNumberShouldMatch(minimum).build();
    }

    /** The given documents, all with the score 0. */
    static Query unscored(Query documents) {
        return new BooleanQuery.Builder().add(documents, Occur.FILTER).build();
    }

    /** A condition, or a leaf with its weight. */
    static Query leaf(Match match) {
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
            case Match.Word word -> anyOf(places(word), 1);
            case Match.AnyOf any -> anyOf(any.of(), any.minimum());
            case Match.AllOf all -> allOf(all.of());
        };
    }

    /** Where a word can stand; the heading is part of the text. */
    static List<Match> places(Match.Word word) {
        return PARTS.stream()
                .<Match>map(part -> new Match.Term(new TextField(part, Grain.SYLLABLE, word.folded()), word.term(), 1))
                .toList();
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

    private static Query allOf(List<Match> of) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        of.forEach(match -> all.add(leaf(match), Occur.FILTER));
        return all.build();
    }

    private static Query weighted(Query query, float weight) {
        return weight == 1f ? query : new BoostQuery(query, weight);
    }
}
