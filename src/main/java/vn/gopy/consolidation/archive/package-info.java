/** A dossier as one file to be kept: its drafts, comparisons, tables, papers and editions, with a list and their hashes. */
@NullMarked
package vn.gopy.consolidation.archive;

import org.jspecify.annotations.NullMarked;
