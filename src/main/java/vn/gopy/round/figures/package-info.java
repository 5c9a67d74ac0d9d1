/** What other rooms tell of the opinions of rounds: how many, what became of them, how they are spread, and what waits. */
@NullMarked
@NamedInterface("figures")
package vn.gopy.round.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
