package vn.gopy.round.figures;

import java.util.List;
import vn.gopy.account.Person;
import vn.gopy.round.AnsweringOpinions;
import vn.gopy.round.Invitee;
import vn.gopy.round.Round;

/** The opinions that were entered from letters, minutes and forms: the room that counts them tells it. */
public interface EnteredOpinions {

    /** Those of an invitee in the order of the table, a thousand at most; none where the asker does not answer for it. */
    List<AnsweringOpinions.Said> of(Person asker, Round round, Invitee invitee);
}
