package vn.gopy.vietnamese.analysis;

/** Pairs of neighbouring syllables with their marks: {@code Quy chế này} gives {@code quy chế}, {@code chế này}. */
public final class SyllablePairAnalyzer extends VietnameseAnalyzer {

    /** An analyzer without settings, as index servers need it. */
    public SyllablePairAnalyzer() {
        super(false, true);
    }
}
