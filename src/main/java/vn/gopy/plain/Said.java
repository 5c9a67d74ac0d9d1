package vn.gopy.plain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An opinion or an answer to one, as a plain page prints it.
 *
 * @param who the unit or person that has spoken; {@code writer} who of the unit has written it, for its own people
 * @param where the place in words; {@code anchor} how it is addressed, null where it has none on this draft
 * @param origin how an opinion on an earlier draft stands to this one; empty for one on this draft
 * @param files that belong to it
 * @param goesToHead whether its author hands it to the head of the unit, and not out
 * @param sendable whether the asker can let it go now
 */
record Said(
        UUID id,
        int version,
        String who,
        String writer,
        String kind,
        String text,
        @Nullable String quote,
        @Nullable String replacement,
        String state,
        String stateWords,
        String when,
        String where,
        @Nullable String anchor,
        String origin,
        boolean late,
        List<FileLine> files,
        boolean editable,
        boolean goesToHead,
        boolean sendable,
        List<Said> answers) {}
