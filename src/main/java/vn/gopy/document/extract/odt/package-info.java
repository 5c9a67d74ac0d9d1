/** OpenDocument texts as blocks. */
@NullMarked
package vn.gopy.document.extract.odt;

import org.jspecify.annotations.NullMarked;
