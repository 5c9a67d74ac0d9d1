package vn.gopy.search.ranking;

/**
 * An article taken apart for the second look: all that does not depend on the question.
 *
 * @param name of the document it belongs to
 * @param vector of heading and text; each vector has the length 1, or 0 where no word is known
 * @param clauseVectors of each clause with the heading
 */
public record Candidate(
        Words heading,
        Words body,
        Words name,
        float[] vector,
        float[] headingVector,
        float[][] clauseVectors,
        float[][] sentenceVectors) {

    /** So many passages of a text are looked at as directions: enough for all but one article in a hundred. */
    private static final int MOST_PASSAGES = 60;

    /** Takes an article apart; its words are in NFC. */
    public static Candidate of(String heading, String name, String text, Vectors vectors) {
        Words title = Words.of(heading);
        Words body = Words.of(text);
        Vectors.Rows titleRows = vectors.rows(title);
        Vectors.Rows bodyRows = vectors.rows(body);
        float[] whole = new float[vectors.dimensions()];
        vectors.addArticle(whole, titleRows, bodyRows);
        float[] headingSum = new float[vectors.dimensions()];
        vectors.addPlain(headingSum, titleRows, 0, title.length());
        float[][] sentences = new float[Math.min(MOST_PASSAGES, body.sentences())][];
        float[][] clauses = new float[Math.min(MOST_PASSAGES, body.clauses())][];
        for (int clause = 0; clause < clauses.length; clause++) {
            clauses[clause] = headingSum.clone();
        }
        int clause = 0;
        for (int sentence = 0; sentence < sentences.length; sentence++) {
            float[] sum = new float[vectors.dimensions()];
            vectors.addPlain(sum, bodyRows, body.sentence(sentence), body.sentence(sentence + 1));
            while (clause + 1 < clauses.length && body.clause(clause + 1) <= body.sentence(sentence)) {
                clause++;
            }
            add(clauses[clause], sum);
            sentences[sentence] = unit(sum);
        }
        for (float[] sum : clauses) {
            unit(sum);
        }
        return new Candidate(title, body, Words.of(name), unit(whole), unit(headingSum), clauses, sentences);
    }

    private static void add(float[] sum, float[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }

    /** Brings a sum to the length 1; what is 0 stays so. */
    static float[] unit(float[] sum) {
        float squares = dot(sum, sum);
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= scale;
        }
        return sum;
    }

    static float dot(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
