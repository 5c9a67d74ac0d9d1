package vn.gopy.search.ranking;

/** What is known of a collection of articles as a whole. */
public interface Statistics {

    /**
     * How telling a syllable or a pair is: {@code ln(1 + (N - df + 0.5) / (df + 0.5))} of N articles of which df hold it; one
     * that is not known is taken to stand in one article.
     */
    float idf(long term, boolean withoutMarks);

    /** Syllables of an average text, its heading counted three times. */
    float textLength();

    /** Syllables of an average text without its heading. */
    float bodyLength();

    /** Syllables of an average heading. */
    float headingLength();
}
