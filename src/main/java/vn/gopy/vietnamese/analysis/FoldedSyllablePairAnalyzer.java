package vn.gopy.vietnamese.analysis;

/** Pairs of neighbouring syllables without marks: {@code Quy chế} gives {@code quy che}. */
public final class FoldedSyllablePairAnalyzer extends VietnameseAnalyzer {

    /** An analyzer without settings, as index servers need it. */
    public FoldedSyllablePairAnalyzer() {
        super(true, true);
    }
}
