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
        List<String> troubles) {

    /** Something that could not be indexed, and the kind of failure. */
    public record Dead(String entity, UUID id, String error, Instant at) {}
}
