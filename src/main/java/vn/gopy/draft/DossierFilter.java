package vn.gopy.draft;

import org.jspecify.annotations.Nullable;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * Which dossiers are asked for; null leaves a side open.
 *
 * @param words parts of a title, a number or the name of a unit, as typed; words that show nothing leave the side open
 */
public record DossierFilter(
        @Nullable String kind,
        @Nullable VersionState state,
        @Nullable String words) {

    /** All that the asker may read. */
    public static final DossierFilter ALL = new DossierFilter(null, null, null);

    public DossierFilter {
        if (words != null && words.indexOf('\0') >= 0) {
            throw new Refusal(Refusal.Kind.MALFORMED, "MALFORMED"); // as in bodies: no text at all
        }
        String typed = TextGate.QUESTION.pass(words);
        words = typed.isEmpty() ? null : typed;
    }
}
