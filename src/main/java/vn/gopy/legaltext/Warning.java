package vn.gopy.legaltext;

import org.jspecify.annotations.Nullable;

/**
 * Something a reader of the text should know.
 *
 * @param path the place it is about, with the body's code before it ({@code QC/dieu-5}) where the file has several
 *     bodies; {@code phan-dau} is what stands before the title, {@code phan-cuoi} what follows the last provision; null
 *     for the whole file
 * @param message what is said about it
 */
public record Warning(Code code, @Nullable String path, Sentence message) {

    /** The same about this place. */
    public Warning at(@Nullable String place) {
        return new Warning(code, place, message);
    }

    /** The same about a place of the body whose code and slash are given. */
    Warning under(String prefix) {
        return path == null || prefix.isEmpty() ? this : new Warning(code, prefix + path, message);
    }

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
        /** A second reader of the file found words that the first did not. */
        UNREAD_TEXT,
        /** The text gives words more often than a second reader of the file found them. */
        REPEATED_TEXT,
        /** A repair of the structure found its place no more. */
        REPAIR_LOST,
        /** Something that the text does not say was taken from the name of the file. */
        FROM_FILE_NAME,
        /** Quốc hiệu is not written as it must be. */
        FORM_NATION,
        /** Tiêu ngữ. */
        FORM_MOTTO,
        /** Số, ký hiệu. */
        FORM_NUMBER,
        /** Địa danh và thời gian ban hành. */
        FORM_DATE,
        /** Nơi nhận. */
        FORM_RECIPIENTS,
        /** Words are crossed out by hand, without tracking. */
        STRUCK_OUT,
        /** The file holds more than one document. */
        SEVERAL_DOCUMENTS
    }
}
