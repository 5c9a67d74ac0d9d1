package vn.gopy.intake;

import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Reading;

/**
 * Finds the words that a margin comment hangs on in the paragraph where it begins. The word processor gives them as typed
 * and on through the paragraphs that follow; a paragraph of a reading has its white space joined.
 */
final class RemarkAnchors {

    /** So many letters hardly ever come twice in a paragraph. */
    private static final int ENOUGH = 40;

    private RemarkAnchors() {}

    /** @param to at most the end of the paragraph */
    record Anchor(int from, int to) {}

    /**
     * Where the words of a comment stand in one of its paragraphs: by its ends where the file tells them, else by its quote;
     * null when it hangs on no words there.
     */
    static @Nullable Anchor of(Reading.Remark remark, String paragraph, boolean first, boolean last) {
        if (remark.offset() < 0) {
            return first ? find(paragraph, remark.quote()) : null;
        }
        int from = first ? Math.min(remark.offset(), paragraph.length()) : 0;
        int to = last ? Math.min(remark.end(), paragraph.length()) : paragraph.length();
        return from < to ? new Anchor(from, to) : null;
    }

    /** Where they stand; null when the comment hangs on no words, or they are not there. */
    static @Nullable Anchor find(String paragraph, String quote) {
        String words = quote.replaceAll("(?U)\\s+", " ").strip();
        if (words.isEmpty()) {
            return null;
        }
        int all = paragraph.indexOf(words);
        if (all >= 0) {
            return new Anchor(all, all + words.length());
        }
        int beginning = words.length() <= ENOUGH ? -1 : paragraph.indexOf(words.substring(0, ENOUGH));
        for (int length = Math.min(ENOUGH, words.length()); beginning < 0 && length > 0; length--) {
            if (paragraph.endsWith(words.substring(0, length))) {
                beginning = paragraph.length() - length;
            }
        }
        return beginning < 0 ? null : new Anchor(beginning, paragraph.length());
    }
}
