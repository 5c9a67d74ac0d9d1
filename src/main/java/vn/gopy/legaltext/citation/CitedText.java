package vn.gopy.legaltext.citation;

import org.jspecify.annotations.Nullable;

/** The text to which the units of a citation belong. */
public sealed interface CitedText {

    /** No text is named: the one in which the citation stands. */
    record Here() implements CitedText {}

    /**
     * "Quy chế này".
     *
     * @param type the kind of the text, such as {@code Quy chế}
     */
    record Itself(String type) implements CitedText {}

    /**
     * "dự thảo Quyết định": the draft that the round is about.
     *
     * @param type null where only "dự thảo" stands
     */
    record Draft(@Nullable String type) implements CitedText {}

    /** Another document, named so that it can be found. */
    record Other(CitedDocument document) implements CitedText {}

    /** Another text that is not named so that it can be found: "Công ước …", "Nghị định nêu trên". */
    record Unknown() implements CitedText {}
}
