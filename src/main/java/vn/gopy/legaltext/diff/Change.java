package vn.gopy.legaltext.diff;

/**
 * A stretch of text that stayed, came or went.
 *
 * @param moved the same number, from 1, at both ends of a stretch that only changed its place; 0 for any other
 */
public record Change(Op op, String text, int moved) {

    /** What happened to the stretch. */
    public enum Op {
        EQUAL,
        INSERT,
        DELETE
    }
}
