package vn.gopy.search;

import org.jspecify.annotations.Nullable;
import vn.gopy.search.ranking.SecondLook.Looked;

/**
 * Why a hit stands where it stands, without a word of it.
 *
 * @param id of the kind and the thing
 * @param score of the first look
 * @param looked what the second look saw; null for a hit that it did not look at
 */
public record ExplainedHit(String id, float score, @Nullable Looked looked) {}
