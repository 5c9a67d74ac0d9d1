package vn.gopy.vietnamese.analysis;

/** Single syllables without marks: {@code Quy chế} gives {@code quy}, {@code che}. */
public final class FoldedSyllableAnalyzer extends VietnameseAnalyzer {

    /** An analyzer without settings, as index servers need it. */
    public FoldedSyllableAnalyzer() {
        super(true, false);
    }
}
