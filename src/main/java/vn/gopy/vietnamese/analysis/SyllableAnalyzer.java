package vn.gopy.vietnamese.analysis;

/** Single syllables with their marks: {@code Quy chế} gives {@code quy}, {@code chế}. */
public final class SyllableAnalyzer extends VietnameseAnalyzer {

    /** An analyzer without settings, as index servers need it. */
    public SyllableAnalyzer() {
        super(false, false);
    }
}
