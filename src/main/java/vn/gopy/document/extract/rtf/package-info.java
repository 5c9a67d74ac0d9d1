/** RTF files as blocks. */
@NullMarked
package vn.gopy.document.extract.rtf;

import org.jspecify.annotations.NullMarked;
