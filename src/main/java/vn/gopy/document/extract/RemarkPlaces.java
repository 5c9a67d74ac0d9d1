package vn.gopy.document.extract;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.gopy.legaltext.Reading;

/** Where the comments of a file stand in its text, gathered while the text is read; by the ids that the file gives them. */
public final class RemarkPlaces {

    /**
     * The words that a comment is about.
     *
     * @param quote empty when it is about a point
     */
    public record Place(int block, int offset, int endBlock, int end, String quote) {

        /**
         * What somebody says here.
         *
         * @param parent which of the remarks of the file it answers; -1 when it answers none
         */
        public Reading.Remark said(String author, String at, String text, int parent, boolean resolved) {
            return new Reading.Remark(block, offset, endBlock, end, quote, author, at, text, parent, resolved);
        }
    }

    private static final class Open {
        final int block;
        final int offset;
        int endBlock;
        int end;
        boolean open = true;
        final StringBuilder quote = new StringBuilder();

        Open(int block, int offset) {
            this.block = block;
            this.offset = offset;
            this.endBlock = block;
            this.end = offset;
        }
    }

    private final Map<String, Open> places = new LinkedHashMap<>();

    /** The words that a comment is about begin. */
    public void start(String id, int block, int offset) {
        places.put(id, new Open(block, offset));
    }

    /** More words of the text, which every open comment is about. */
    public void quote(String text) {
        for (Open place : places.values()) {
            if (place.open) {
                place.quote.append(text);
            }
        }
    }

    /** They end. */
    public void end(String id, int block, int offset) {
        Open place = places.get(id);
        if (place != null && place.open) {
            place.open = false;
            place.endBlock = block;
            place.end = offset;
        }
    }

    /** The sign of a comment stands here: the only place of one that is about no words. */
    public void sign(String id, int block, int offset) {
        if (places.containsKey(id)) {
            end(id, block, offset);
        } else {
            start(id, block, offset);
            end(id, block, offset);
        }
    }

    /** The place of a comment; the beginning of the file for one that the text does not know. */
    public Place of(String id) {
        Open place = places.get(id);
        return place == null
                ? new Place(0, 0, 0, 0, "")
                : new Place(
                        place.block,
                        place.offset,
                        place.endBlock,
                        place.end,
                        place.open ? "" : place.quote.toString().strip());
    }
}
