/** Web pages, and what is saved as one, as blocks. */
@NullMarked
package vn.gopy.document.extract.html;

import org.jspecify.annotations.NullMarked;
