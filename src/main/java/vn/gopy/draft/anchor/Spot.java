package vn.gopy.draft.anchor;

import org.jspecify.annotations.Nullable;
import vn.gopy.draft.ProvisionId;

/** What something is said about: some words of a place, or the whole place. */
public record Spot(ProvisionId place, @Nullable Quotation quote) {}
