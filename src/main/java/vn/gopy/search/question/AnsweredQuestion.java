package vn.gopy.search.question;

import java.util.Map;
import vn.gopy.search.engine.EngineAnswer;
import vn.gopy.search.ranking.SecondLook.Looked;

/**
 * What was found and how the question was understood.
 *
 * @param question as finally taken
 * @param folded whether marks were disregarded
 * @param reasons of the places of hits that were looked at twice, by their ids
 */
public record AnsweredQuestion(EngineAnswer answer, Question question, boolean folded, Map<String, Looked> reasons) {

    /** Of so few hits, other readings and what is nearly found are of use. */
    private static final int FEW = 10;

    /** Whether other readings and what is nearly found are of use. */
    public boolean tooFew() {
        return answer.total() < FEW;
    }
}
