package vn.gopy.search.ranking;

/** Meaning as directions: texts about the same thing point the same way, whatever words they use. */
public interface Vectors {

    /** How many numbers a direction has. */
    int dimensions();

    /** The direction of a question, of length 1; all 0 when none of its words is known. */
    float[] ofQuestion(Words words);

    /** Adds the directions of the terms between these places of a text, each as often as it stands there. */
    void addPlain(float[] sum, Words words, int from, int to);

    /** Adds the directions of the different terms of heading and text, those that stand there often a little more. */
    void addArticle(float[] sum, Words heading, Words body);
}
