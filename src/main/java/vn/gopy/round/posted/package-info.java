/** Công khai: what a round that is held in public shows to who has not signed in. Everything else stays where it is. */
@NullMarked
@NamedInterface("posted")
package vn.gopy.round.posted;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
