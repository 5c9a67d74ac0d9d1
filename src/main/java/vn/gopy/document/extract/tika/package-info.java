/** What Apache Tika does in the reading child: types by content, a second look at every text, formats without a reader of ours. */
@NullMarked
package vn.gopy.document.extract.tika;

import org.jspecify.annotations.NullMarked;
