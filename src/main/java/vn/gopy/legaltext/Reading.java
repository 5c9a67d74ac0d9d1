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
    public static final int READER = 3;

    /**
     * A margin comment.
     *
     * @param block the block its anchor begins in
     * @param offset where in that block's text; -1 when only the quote tells
     * @param endBlock the block its anchor ends in
     * @param end where in that block's text; the same place as the beginning when the anchor is a point
     * @param quote the anchored words, empty when the anchor is a point
     * @param at ISO 8601, empty when unknown; with a zone only where the file knows the moment, else the clock of the place
     * @param parent which of the remarks it answers, counted from 0; -1 when it answers none
     * @param resolved marked as done
     */
    public record Remark(
            int block,
            int offset,
            int endBlock,
            int end,
            String quote,
            String author,
            String at,
            String text,
            int parent,
            boolean resolved) {

        /** One that begins a thread, at a place that only its quote tells. */
        public Remark(int block, String quote, String author, String at, String text) {
            this(block, -1, block, -1, quote, author, at, text, -1, false);
        }

        /** The same where other blocks and remarks stand before it. */
        public Remark moved(int blocks, int remarks) {
            return new Remark(
                    block + blocks,
                    offset,
                    endBlock + blocks,
                    end,
                    quote,
                    author,
                    at,
                    text,
                    parent < 0 ? parent : parent + remarks,
                    resolved);
        }
    }

    /**
     * A tracked change.
     *
     * @param offset where in the block's text: start of the inserted text, or the place the deleted text stood
     * @param text as the file has it; a line feed for a deleted paragraph mark
     * @param move what the deletion and the insertion that make one move have in common; empty for what is no move
     */
    public record Revision(
            int block, int offset, boolean insertion, String author, String at, String text, String move) {

        /** One that is no move. */
        public Revision(int block, int offset, boolean insertion, String author, String at, String text) {
            this(block, offset, insertion, author, at, text, "");
        }

        /** The same where other blocks stand before it. */
        public Revision moved(int blocks) {
            return new Revision(block + blocks, offset, insertion, author, at, text, move);
        }
    }

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

    /** Whether pages of the file show pictures whose letters, if any, were not read. */
    public boolean hasPictures() {
        return problem == Problem.NO_TEXT || warnings.stream().anyMatch(it -> it.code() == Warning.Code.NO_TEXT_LAYER);
    }

    /** A reading without text. */
    public static Reading failed(@Nullable String mediaType, Problem problem) {
        return new Reading(READER, mediaType, List.of(), List.of(), List.of(), List.of(), List.of(), problem);
    }
}
