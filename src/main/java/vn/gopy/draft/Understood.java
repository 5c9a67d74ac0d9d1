package vn.gopy.draft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Warning;

/**
 * What was understood of a file, before anybody has opened it.
 *
 * @param type as it is written, such as {@code Quyết định}, or Công văn; null where it names none
 * @param number as it is printed; null when blank
 * @param findings how many things whoever checks it ought to look at
 * @param tracked null for a file without tracked changes
 */
public record Understood(
        @Nullable String type,
        @Nullable String number,
        Drafts.Extent extent,
        int findings,
        @Nullable Tracked tracked) {

    /** A letter does not say that it is one. */
    private static final String LETTER = "CV";

    private static final String LETTER_WORDS = "Công văn";

    /**
     * The tracked changes of the file.
     *
     * @param count a number, as the finding says it
     * @param read which text was taken
     */
    public record Tracked(String count, Changes read) {}

    static Understood of(Outline outline, Drafts.Extent extent) {
        String written = outline.bodies().stream()
                .map(Body::type)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String type = written == null && LETTER.equals(outline.type()) ? LETTER_WORDS : written;
        return new Understood(type, outline.number(), extent, outline.warnings().size(), tracked(outline));
    }

    private static @Nullable Tracked tracked(Outline outline) {
        return outline.warnings().stream()
                .filter(it -> it.code() == Warning.Code.TRACKED_CHANGES)
                .map(Warning::message)
                .map(Understood::tracked)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Tracked tracked(Sentence told) {
        return switch (told.wording()) {
            case CHANGES_FINAL -> new Tracked(told.arguments().getFirst(), Changes.FINAL);
            case CHANGES_ORIGINAL -> new Tracked(told.arguments().getFirst(), Changes.ORIGINAL);
            case CHANGES_SHOWN -> new Tracked(told.arguments().getFirst(), Changes.SHOWN);
            default -> null; // kept in words, as all were once
        };
    }
}
