package vn.gopy.search.question;

import vn.gopy.search.engine.EngineAnswer;

/**
 * What was found and how the question was understood.
 *
 * @param question as finally taken
 * @param folded whether marks were disregarded
 */
public record AnsweredQuestion(EngineAnswer answer, Question question, boolean folded) {

    /** Of so few hits, other readings and what is nearly found are of use. */
    private static final int FEW = 10;

    /** Whether other readings and what is nearly found are of use. */
    public boolean tooFew() {
        return answer.total() < FEW;
    }
}
