package vn.gopy.search.ranking;

/** Meaning as directions: texts about the same thing point the same way, whatever words they use. */
public interface Vectors {

    /** How many numbers a direction has. */
    int dimensions();

    /** The direction of a question, of length 1; all 0 when none of its words is known. */
    float[] ofQuestion(Words words);

    /**
     * The terms of a text, looked up once.
     *
     * @param syllables for each place the row of its syllable; negative for one that is not known
     * @param pairs for each place the row of the pair that begins there
     */
    record Rows(int[] syllables, int[] pairs) {}

    /** Looks the terms of a text up. */
    Rows rows(Words words);

    /** Adds the directions of the terms between these places of a text, each as often as it stands there. */
    void addPlain(float[] sum, Rows text, int from, int to);

    /** Adds the directions of the different terms of heading and text, those that stand there often a little more. */
    void addArticle(float[] sum, Rows heading, Rows body);
}
