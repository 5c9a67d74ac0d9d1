package vn.gopy.round.figures;

import java.util.List;
import vn.gopy.account.Person;
import vn.gopy.round.RoundId;

/** The opinions on which the chair is asked ("Xin ý kiến lãnh đạo"): the room that answers them tells them. */
public interface EscalatedOpinions {

    /**
     * Rounds with opinions that wait for the asker's word as the chair, who reads them once a round is closed; the latest
     * first, twenty at most. None for anybody else, nor of dossiers that have ended.
     */
    List<Escalated> of(Person asker);

    /** @param count of such opinions, at least one */
    record Escalated(RoundId round, String title, int count) {}
}
