/** Files of Word, old and new, as blocks. */
@NullMarked
package vn.gopy.document.extract.word;

import org.jspecify.annotations.NullMarked;
