package vn.gopy.search.ranking;

/**
 * What the model sees of a question and one of its candidates. "Share" is of what the question weighs in all, see
 * {@link Asked}; "asked" is the other way round: which share of a heading or a sentence stands in the question.
 */
public enum Feature {
    /** The first stage's score over what the question weighs. */
    SCORE,
    /** The score over the best candidate's. */
    SCORE_TO_BEST,
    /** What it lacks to the best score, over what the question weighs. */
    SCORE_GAP,
    /** {@code ln(rank)}, the best has rank 1. */
    RANK,
    /** {@code ln(1 + syllables)} of the question. */
    QUESTION_LENGTH,
    /** Which share of the question's places stands in frames. */
    QUESTION_FRAMES,
    /** 1 when a question mark stands in it. */
    QUESTION_MARK,
    /** BM25 of the question's syllables in the text with its heading three times, over their weight. */
    TEXT_SYLLABLES,
    /** The same of pairs. */
    TEXT_PAIRS,
    /** BM25 of syllables in the text without its heading. */
    BODY_SYLLABLES,
    /** The same of pairs. */
    BODY_PAIRS,
    /** BM25 of syllables in the heading. */
    HEADING_SYLLABLES,
    /** The same of pairs. */
    HEADING_PAIRS,
    /** Share of different syllables that stand in the name of the document. */
    NAME_SYLLABLES,
    /** Share of different syllables that stand in heading or text. */
    COVERED_SYLLABLES,
    /** Share of different pairs that stand there. */
    COVERED_PAIRS,
    /** Share of runs of three syllables that stand there. */
    COVERED_TRIPLES,
    /** Share of different syllables in heading, text or name. */
    COVERED_WITH_NAME,
    /** Share of the three weightiest syllables in heading or text. */
    COVERED_RAREST,
    /** The weight of the weightiest syllable that stands nowhere there. */
    MISSING,
    /** Share of different syllables in the heading. */
    HEADING_COVERS_SYLLABLES,
    /** Share of different pairs in the heading. */
    HEADING_COVERS_PAIRS,
    /** Which share of the heading's different syllables, by how telling they are, is asked. */
    HEADING_ASKED_SYLLABLES,
    /** The same of pairs. */
    HEADING_ASKED_PAIRS,
    /** Harmonic mean of what the heading covers and what of it is asked, of syllables. */
    HEADING_BOTH,
    /** The longest run of syllables common to question and heading, as a share. */
    HEADING_RUN,
    /** Which share of the document's name is asked, by syllables. */
    NAME_ASKED_SYLLABLES,
    /** The same by pairs. */
    NAME_ASKED_PAIRS,
    /** 1 when the whole name stands in the question. */
    NAME_WHOLE,
    /** Best clause: share of different syllables and pairs. */
    CLAUSE,
    /** Best clause, longer ones counting less. */
    CLAUSE_DENSE,
    /** Best clause together with the heading's words. */
    CLAUSE_HEADING,
    /** Best sentence: share of different syllables and pairs. */
    SENTENCE,
    /** Best sentence, longer ones counting less. */
    SENTENCE_DENSE,
    /** Best sentence together with the heading's words. */
    SENTENCE_HEADING,
    /** Best harmonic mean of what a sentence covers and what of it is asked. */
    SENTENCE_BOTH,
    /** What of that sentence is asked. */
    SENTENCE_ASKED,
    /** Best 30 syllables in a row: share of different syllables and pairs. */
    WINDOW_30,
    /** Best 60 syllables in a row. */
    WINDOW_60,
    /** The longest run of syllables common to question and text, as a share. */
    LONGEST_RUN,
    /** Share of the question's places that stand in common runs of three or more. */
    IN_RUNS,
    /** The best score of another candidate of the same document, over the best of all. */
    LAW_BEST_OTHER,
    /** {@code ln(1 + sum of exp(12 (score / best - 1)))} over the candidates of the same document. */
    LAW_TOGETHER,
    /** Cosine of question and article. */
    MEANING,
    /** Cosine of question and heading. */
    MEANING_HEADING,
    /** Greatest cosine of question and a clause with its heading. */
    MEANING_CLAUSE,
    /** Greatest cosine of question and a sentence. */
    MEANING_SENTENCE,
    /** What the cosine lacks to the greatest of all candidates. */
    MEANING_GAP,
    /** What the clause's cosine lacks to the greatest of all candidates. */
    MEANING_CLAUSE_GAP,
    /** {@code 1.5 score / best + cosine}. */
    FUSED,
    /** {@code 0.5 clause + 0.3 article + 0.2 sentence} of the cosines. */
    MEANING_MIXED,
    /** Cosine of the article and the middle of the five best fused candidates. */
    MEANING_MIDDLE,
    /** {@code ln(1 + syllables)} of the text. */
    LENGTH,
    /** {@code ln(1 + clauses)}. */
    CLAUSES,
    /** Syllables of the heading, 40 at most. */
    HEADING_LENGTH,
    /** 1 without a heading. */
    NO_HEADING;

    /** How many there are. */
    public static final int COUNT = values().length;

    /** Sets a value in a row of all features. */
    void set(float[] row, float value) {
        row[ordinal()] = value;
    }

    /** The value in a row of all features. */
    public float of(float[] row) {
        return row[ordinal()];
    }
}
