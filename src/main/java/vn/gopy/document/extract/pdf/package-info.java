/** PDF files as blocks: from their text, or from recognised pages. */
@NullMarked
package vn.gopy.document.extract.pdf;

import org.jspecify.annotations.NullMarked;
