package vn.gopy.search;

import java.util.UUID;

/** What can change and is then indexed anew. */
enum IndexEntity {
    /** A dossier or who may read it: everything in it. */
    DOSSIER,
    /** A version of a draft or paper, with its provisions. */
    VERSION,
    /** An opinion with its replies. */
    THREAD,
    /** A group of points with their answer. */
    ANSWER,
    /** A reply to a round, when it has a letter's number. */
    LETTER;

    IndexGroup group(UUID id) {
        return new IndexGroup(this, id);
    }
}
