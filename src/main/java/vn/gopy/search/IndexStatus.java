package vn.gopy.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How the index stands to the database; ids and codes only.
 *
 * @param epoch of the database; empty before the first start
 * @param documents in the index
 * @param bytes on disk
 * @param lag changes that wait to be indexed
 * @param dead what could not be indexed after three tries
 * @param difference groups that differed at the last comparison; must be 0
 * @param rebuild what became of making it anew
 * @param ranking what puts hits in order
 * @param troubles in what it is not what the database is, as codes; empty while all is well
 */
public record IndexStatus(
        String epoch,
        long documents,
        long bytes,
        long lag,
        List<Dead> dead,
        int difference,
        IndexRebuild rebuild,
        Ranking ranking,
        List<String> troubles) {

    /**
     * What the second look at hits goes by.
     *
     * @param learned {@code SHIPPED} with the program, {@code OWN} of this installation, {@code OWN_REFUSED} when that could
     *     not be used and the shipped stands in, {@code READING} just after the start, {@code NONE}
     * @param libraryIsEnough whether the index holds so much that learning from it is worth a trial, see {@code bin/gopy
     *     train-ranking --data}; it never begins by itself
     */
    public record Ranking(String learned, boolean libraryIsEnough) {}

    /** Something that could not be indexed, and the kind of failure. */
    public record Dead(String entity, UUID id, String error, Instant at) {}
}
