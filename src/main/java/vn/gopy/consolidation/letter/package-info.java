/** Letters on their way to points: what {@code vn.gopy.consolidation.cut} finds in them, at the places of a round. */
@NullMarked
package vn.gopy.consolidation.letter;

import org.jspecify.annotations.NullMarked;
