package vn.gopy.draft;

import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Outline;

/**
 * What was understood of a file, before anybody has opened it.
 *
 * @param type as it is written, such as {@code Quyết định}, or Công văn; null where it names none
 * @param number as it is printed; null when blank
 * @param findings how many things whoever checks it ought to look at
 */
public record Understood(@Nullable String type, @Nullable String number, Drafts.Extent extent, int findings) {

    /** A letter does not say that it is one. */
    private static final String LETTER = "CV";

    private static final String LETTER_WORDS = "Công văn";

    static Understood of(Outline outline, Drafts.Extent extent) {
        String written =
                outline.bodies().isEmpty() ? null : outline.bodies().getFirst().type();
        String type = written == null && LETTER.equals(outline.type()) ? LETTER_WORDS : written;
        return new Understood(type, outline.number(), extent, outline.warnings().size());
    }
}
