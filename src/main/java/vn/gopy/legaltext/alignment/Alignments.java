package vn.gopy.legaltext.alignment;

import java.util.List;
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
        return of(before, after, List.of());
    }

    /**
     * The same where people have said what became of some places: that is as they said, and what stands below and around
     * follows it. A choice of which a place is no more says nothing; of two about one place the first counts.
     */
    public static Alignment of(Outline before, Outline after, List<Choice> choices) {
        Vocabulary vocabulary = new Vocabulary();
        Side old = Side.of(before, vocabulary);
        Side fresh = Side.of(after, vocabulary);
        Weights weights = Weights.of(old.units(), fresh.units(), vocabulary);
        Choosing choosing = new Choosing(old, fresh);
        choices.forEach(choosing::choose);
        new Aligner(old, fresh, weights).align();
        return new Verdicts(old, fresh).alignment();
    }
}
