/** Compares what two readers found in the same bytes. Pure text against text. */
@NullMarked
package vn.gopy.document.extract.twice;

import org.jspecify.annotations.NullMarked;
