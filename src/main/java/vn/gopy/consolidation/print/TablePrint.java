package vn.gopy.consolidation.print;

import vn.gopy.round.RoundId;

/**
 * A consolidated table on its way to a PDF file.
 *
 * @param sha256 of what it says; the same table of a round is one print, whoever asks
 * @param written how many of its opinions are written
 */
public record TablePrint(String sha256, RoundId round, String name, State state, int written, int said) {

    /** How far it is. */
    public enum State {
        WAITING,
        DONE,
        /** Tried several times; asking again tries again. */
        FAILED
    }
}
