package vn.gopy.search.ranking;

import static vn.gopy.search.ranking.Occurrences.share;

/** What of a question stands together in one passage of a candidate: a clause, a sentence, so many words in a row. */
final class PassageFeatures {

    private static final float USUAL_LENGTH = 60;

    private final Asked asked;
    private final Statistics statistics;
    private final Candidate candidate;
    private final Occurrences heading;
    private final Occurrences body;
    private final float whole;

    /** In which passage a term was seen last, so that each counts once. */
    private final int[] syllableSeen;

    private final int[] pairSeen;
    private int passage;

    PassageFeatures(Asked asked, Statistics statistics, Candidate candidate, Occurrences heading, Occurrences body) {
        this.asked = asked;
        this.statistics = statistics;
        this.candidate = candidate;
        this.heading = heading;
        this.body = body;
        this.whole = asked.syllables.different + Asked.PAIRS * asked.pairs.different;
        this.syllableSeen = new int[asked.syllables.size];
        this.pairSeen = new int[asked.pairs.size];
    }

    void fill(float[] row) {
        Words words = candidate.body();
        for (int clause = 0; clause < words.clauses(); clause++) {
            take(words.clause(clause), words.clause(clause + 1));
            raise(row, Feature.CLAUSE, share);
            raise(row, Feature.CLAUSE_DENSE, dense);
            raise(row, Feature.CLAUSE_HEADING, withHeading);
        }
        for (int sentence = 0; sentence < words.sentences(); sentence++) {
            int from = words.sentence(sentence);
            int to = words.sentence(sentence + 1);
            take(from, to);
            raise(row, Feature.SENTENCE, share);
            raise(row, Feature.SENTENCE_DENSE, dense);
            raise(row, Feature.SENTENCE_HEADING, withHeading);
            fillAsked(row, from, to);
        }
        Feature.WINDOW_30.set(row, window(30));
        Feature.WINDOW_60.set(row, window(60));
    }

    private float share;
    private float dense;
    private float withHeading;
    private float syllableShare;

    private void take(int from, int to) {
        passage++;
        float syllables = 0;
        float pairs = 0;
        float more = 0;
        for (int place = from; place < to; place++) {
            int term = body.syllableAt[place];
            if (term >= 0 && syllableSeen[term] != passage) {
                syllableSeen[term] = passage;
                syllables += asked.syllables.weight[term];
                more += heading.syllables[term] > 0 ? 0 : asked.syllables.weight[term];
            }
        }
        for (int place = from; place + 1 < to; place++) {
            int term = body.pairAt[place];
            if (term >= 0 && pairSeen[term] != passage) {
                pairSeen[term] = passage;
                pairs += asked.pairs.weight[term];
                more += heading.pairs[term] > 0 ? 0 : Asked.PAIRS * asked.pairs.weight[term];
            }
        }
        float ofHeading = Occurrences.weight(asked.syllables, heading.syllables)
                + Asked.PAIRS * Occurrences.weight(asked.pairs, heading.pairs);
        share = share(syllables + Asked.PAIRS * pairs, whole);
        dense = share * 2.2f / (1 + 1.2f * (0.25f + 0.75f * (to - from) / USUAL_LENGTH));
        withHeading = share(more + ofHeading, whole);
        syllableShare = share(syllables, asked.syllables.different);
    }

    private static void raise(float[] row, Feature feature, float value) {
        feature.set(row, Math.max(feature.of(row), value));
    }

    private void fillAsked(float[] row, int from, int to) {
        if (syllableShare == 0) {
            return;
        }
        long[] numbers = candidate.body().syllables(asked.folded);
        float hit = 0;
        float all = 0;
        for (int place = from; place < to; place++) {
            float telling = statistics.idf(numbers[place], asked.folded);
            all += telling;
            hit += body.syllableAt[place] >= 0 ? telling : 0;
        }
        float isAsked = share(hit, all);
        float both = Occurrences.both(syllableShare, isAsked);
        if (both > Feature.SENTENCE_BOTH.of(row)) {
            Feature.SENTENCE_BOTH.set(row, both);
            Feature.SENTENCE_ASKED.set(row, isAsked);
        }
    }

    /** The best share of so many syllables in a row. */
    private float window(int size) {
        int[] syllables = new int[asked.syllables.size];
        int[] pairs = new int[asked.pairs.size];
        float sum = 0;
        float best = 0;
        for (int place = 0; place < body.length; place++) {
            sum += entering(body.syllableAt[place], syllables, asked.syllables.weight);
            if (place > 0) {
                sum += Asked.PAIRS * entering(body.pairAt[place - 1], pairs, asked.pairs.weight);
            }
            if (place >= size) {
                sum -= leaving(body.syllableAt[place - size], syllables, asked.syllables.weight);
                sum -= Asked.PAIRS * leaving(body.pairAt[place - size], pairs, asked.pairs.weight);
            }
            best = Math.max(best, sum);
        }
        return share(best, whole);
    }

    private static float entering(int term, int[] counts, float[] weights) {
        return term >= 0 && counts[term]++ == 0 ? weights[term] : 0;
    }

    private static float leaving(int term, int[] counts, float[] weights) {
        return term >= 0 && --counts[term] == 0 ? weights[term] : 0;
    }
}
