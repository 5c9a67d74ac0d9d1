/** Frozen editions of the consolidated table, from the working copy to the signed and issued one. */
@NullMarked
package vn.gopy.consolidation.edition;

import org.jspecify.annotations.NullMarked;
