/** A draft on paper: with numbered lines, so that "trang 6, dòng 4" in a letter leads to its place. */
@NullMarked
package vn.gopy.draft.print;

import org.jspecify.annotations.NullMarked;
