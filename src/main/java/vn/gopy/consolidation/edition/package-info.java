/** Frozen editions of the consolidated table, from the working copy to the signed and issued one. */
@NullMarked
@NamedInterface("edition")
package vn.gopy.consolidation.edition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
