package vn.gopy.legaltext.alignment;

import vn.gopy.legaltext.Outline;

/**
 * Aligns two versions of a document. Words decide first, then headings, numbers and the neighbours, and everything is
 * weighed together for all places of a unit, not one after the other. The same outlines always give the same ties, and an
 * outline that lists its bodies or annexes in another order gives the same ones too.
 */
public final class Alignments {

    private Alignments() {}

    /** The ties between all places of both outlines. An outline with a problem has no places. */
    public static Alignment of(Outline before, Outline after) {
        Vocabulary vocabulary = new Vocabulary();
        Side old = Side.of(before, vocabulary);
        Side fresh = Side.of(after, vocabulary);
        Weights weights = Weights.of(old.units(), fresh.units(), vocabulary);
        new Aligner(old, fresh, weights).align();
        return new Verdicts(old, fresh).alignment();
    }
}
