package vn.gopy.legaltext;

import org.jspecify.annotations.Nullable;

/**
 * Something a reader of the text should know.
 *
 * @param path the place it is about; null for the whole file
 * @param message one sentence in Vietnamese
 */
public record Warning(Code code, @Nullable String path, String message) {

    /** What was noticed. */
    public enum Code {
        NUMBER_GAP,
        NUMBER_REPEATED,
        NUMBER_OUT_OF_ORDER,
        LIST_LETTER_NOT_VIETNAMESE,
        DANGLING_REFERENCE,
        ARTICLE_COUNT_DIFFERS,
        HEADING_MISSING,
        LEGACY_FONT_CONVERTED,
        TRACKED_CHANGES,
        WORD_COMMENTS,
        NO_TEXT_LAYER,
        OCR,
        BAD_TEXT_LAYER,
        PARTIAL,
        TRUNCATED,
        /** A repair of the structure found its place no more. */
        REPAIR_LOST,
        /** Something that the text does not say was taken from the name of the file. */
        FROM_FILE_NAME
    }
}
