package vn.gopy.draft.anchor;

import org.jspecify.annotations.Nullable;
import vn.gopy.draft.ProvisionId;

/**
 * Where what was said of an earlier version stands in the one that is read.
 *
 * @param place null only while it is {@code UNPLACED}
 * @param exact whether the words it is about stand there letter for letter
 * @param quote the words as they are now, where it was about some
 * @param byHand whether a person has put it there, or taken it from its place
 */
public record Anchor(
        AnchorState state,
        @Nullable ProvisionId place,
        boolean exact,
        @Nullable Quotation quote,
        boolean byHand) {}
