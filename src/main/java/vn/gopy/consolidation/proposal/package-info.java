/**
 * Gợi ý gộp: which opinions say the same, so that a person can put them together. Copied words first, then the same wish in other
 * words. Pure Java, n log n.
 */
@NullMarked
@NamedInterface("proposal")
package vn.gopy.consolidation.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
