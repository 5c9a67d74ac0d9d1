package vn.gopy.consolidation.review;

import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.merged.Wording.Edit;

/**
 * Something that ought to be put right before a draft is submitted.
 *
 * @param body code of the body that it is in
 * @param path of its place in the body; empty outside the tree
 * @param words as they stand there
 * @param instead what should stand there; empty where nobody but a person can say
 * @param repair that writes it; null where there is none, as for a number that the word processor draws by itself
 */
public record Finding(
        Rule rule,
        String body,
        String path,
        String words,
        String instead,
        @Nullable Edit repair) {

    /** What is looked for. */
    public enum Rule {
        /** A reference whose target has another number now, is gone, or never was there. */
        BROKEN_REFERENCE,
        /** An answer that must say why and does not; the path is the point's number. */
        MISSING_REASON,
        /** An answer that nobody has read a second time, in a round where answers are; the path is the point's number. */
        UNCHECKED_ANSWER,
        /** A body that has another name now, or is no more. */
        RETIRED_BODY,
        /** A letter of a list that is not the one whose turn it is in a, b, c, d, đ, e, g … */
        LIST_LETTER,
        /** "./." at the end of a text of the Party, which ends with a full stop. */
        END_MARK
    }

    /** The same finding in the same text has the same name. */
    public String key() {
        return repair == null
                ? rule + "-" + Integer.toHexString((body + '/' + path + '/' + words).hashCode())
                : rule + "-" + repair.block() + "-" + repair.from();
    }
}
