/** The letters of a round: that which asks, that which urges, and that with which a unit answers. */
@NamedInterface("letter")
@NullMarked
package vn.gopy.round.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
