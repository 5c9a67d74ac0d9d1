package vn.gopy.search.engine;

import java.util.UUID;
import vn.gopy.draft.inside.FoundKind;

/** What can change and is then indexed anew. */
public enum IndexEntity {
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

    /** What is read together weighs at most 200, so that a batch stays small whatever is in it. */
    public int weight() {
        return this == VERSION ? 10 : 1;
    }

    /** The entity of things of this kind. */
    public static IndexEntity of(FoundKind kind) {
        return valueOf(kind.name());
    }

    /** The group of the thing with this id. */
    public IndexGroup group(UUID id) {
        return new IndexGroup(this, id);
    }
}
