/** The official consolidated table: one model, and the files that are written of it. */
@NullMarked
@NamedInterface("table")
package vn.gopy.consolidation.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
