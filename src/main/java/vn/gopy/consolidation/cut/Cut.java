package vn.gopy.consolidation.cut;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.citation.Citation;

/**
 * One point (ý) in a text.
 *
 * @param start of its words in the text, an offset in UTF-16 units; the quote is the text from here to {@code end}
 * @param end behind its words
 * @param context the headings it stands under, greatest first, as "Đối với dự thảo Quyết định"; of a row its other cells
 * @param cited the places that it is about, the main one first; none where it names none
 * @param row of an annex, by the number in its first cell; null for none
 * @param topic the part of the draft without a number that it is about
 */
public record Cut(
        int start,
        int end,
        List<String> context,
        List<Citation> cited,
        @Nullable String row,
        Topic topic) {

    /** Parts of a draft that people name by what they are. */
    public enum Topic {
        NONE,
        GENERAL,
        TITLE,
        GROUNDS,
        ENACTING,
        RECIPIENTS,
        SIGNATURE
    }

    /** Its literal words. */
    public String quote(String text) {
        return text.substring(start, end);
    }
}
