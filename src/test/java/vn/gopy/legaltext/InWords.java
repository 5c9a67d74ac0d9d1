package vn.gopy.legaltext;

import vn.gopy.draft.finding.FindingWords;
import vn.gopy.shared.Texts;

/** What a warning says, as people read it. */
public final class InWords {

    private static final Texts TEXTS = new Texts();

    private InWords() {}

    /** The Vietnamese sentence. */
    public static String of(Warning warning) {
        return FindingWords.of(TEXTS, Texts.VIETNAMESE, warning.message());
    }
}
