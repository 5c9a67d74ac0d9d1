package vn.gopy.round;

/** What was said in a round as its replies need it: the room that keeps opinions tells it. */
public interface SentOpinions {

    /**
     * Whether the opinions that were sent in the round are late, by the deadlines as they are now. Asks for the round
     * locked for update.
     */
    void judgeLateness(RoundId round);

    /**
     * As a piece of SQL, so that a reply and what it counts as are read in one statement: true where the invitee {@code i}
     * of round {@code r}, or its unit, has sent an opinion on the draft {@code asked} or on its dossier, before the reply
     * {@code rp} or in time. Where the reply is said for both, the opinions of its unit are those of the person
     * too. A mere consent is no opinion.
     */
    String onDraftOfPosition();
}
