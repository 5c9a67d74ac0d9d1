package vn.gopy.legaltext;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reading child found in one file: stored beside the file, so that a newer parser works from it without opening
 * the file again.
 *
 * @param reader the version of the reader that made it
 * @param mediaType by content, not by name; null when the type is unknown
 * @param dropped text of the page that is no part of the document, such as page numbers
 * @param remarks margin comments of Word
 * @param revisions tracked changes, with places in the text that {@link Origin#changes()} names
 * @param problem why there are no blocks; null when there are some
 * @param origin how the text came about
 */
public record Reading(
        int reader,
        @Nullable String mediaType,
        List<Block> blocks,
        List<Dropped> dropped,
        List<Remark> remarks,
        List<Revision> revisions,
        List<Warning> warnings,
        @Nullable Problem problem,
        Origin origin) {

    /** The version of the readers; raise it when a reader gives other blocks for the same bytes. */
    public static final int READER = 2;

    /**
     * A margin comment.
     *
     * @param block the block its anchor begins in
     * @param quote the anchored words, empty when the anchor is a point
     * @param at ISO 8601 as written by the word processor, empty when unknown
     */
    public record Remark(int block, String quote, String author, String at, String text) {}

    /**
     * A tracked change.
     *
     * @param offset where in the block's text: start of the inserted text, or the place the deleted text stood
     * @param text as the file has it; a line feed for a deleted paragraph mark
     */
    public record Revision(int block, int offset, boolean insertion, String author, String at, String text) {}

    /** The text of the file itself. */
    public Reading(
            int reader,
            @Nullable String mediaType,
            List<Block> blocks,
            List<Dropped> dropped,
            List<Remark> remarks,
            List<Revision> revisions,
            List<Warning> warnings,
            @Nullable Problem problem) {
        this(reader, mediaType, blocks, dropped, remarks, revisions, warnings, problem, Origin.PLAIN);
    }

    /** The same with more to be looked at. */
    public Reading with(List<Warning> more) {
        var all = new ArrayList<>(warnings);
        all.addAll(more);
        return new Reading(reader, mediaType, blocks, dropped, remarks, revisions, List.copyOf(all), problem, origin);
    }

    /** A reading without text. */
    public static Reading failed(@Nullable String mediaType, Problem problem) {
        return new Reading(READER, mediaType, List.of(), List.of(), List.of(), List.of(), List.of(), problem);
    }
}
