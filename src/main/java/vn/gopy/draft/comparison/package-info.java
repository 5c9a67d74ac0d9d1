/** Two versions of a draft beside each other: laid out block by block, for the page that compares them and for the official paper. */
@NullMarked
@NamedInterface("comparison")
package vn.gopy.draft.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
