package vn.gopy.legaltext;

import java.util.List;

/**
 * How the text of a reading came about, as far as it is not simply what the file says.
 *
 * @param changes which text was taken where changes are tracked
 * @param conversions from old Vietnamese encodings; the letters as they stood in the file are {@link Block#raw()}
 * @param pages whose letters were recognised from a picture
 * @param doubts the words of those pages that the recognition was not sure of
 */
public record Origin(Changes changes, List<Conversion> conversions, List<RecognisedPage> pages, List<Doubt> doubts) {

    /** The text of the file itself, changes accepted. */
    public static final Origin PLAIN = new Origin(Changes.FINAL, List.of(), List.of(), List.of());

    /** What showed that letters were of an old encoding. */
    public enum Method {
        /** The name of the font. */
        FONT,
        /** What the letters say when they are taken for it. */
        CONTENT
    }

    /**
     * Blocks that were turned into Unicode.
     *
     * @param encoding the old encoding's name
     * @param confidence percent of their words that are Vietnamese syllables afterwards
     */
    public record Conversion(String encoding, Method method, int blocks, int confidence) {}

    /** @param confidence what the recognition says of its own words, in percent */
    public record RecognisedPage(int page, int confidence) {}

    /** A word that may be another: where it begins and ends in the text of its block. */
    public record Doubt(int block, int from, int to) {}

    /** The mean over the recognised pages in percent; 100 where nothing was recognised. */
    public int confidence() {
        return (int) Math.round(
                pages.stream().mapToInt(RecognisedPage::confidence).average().orElse(100));
    }
}
