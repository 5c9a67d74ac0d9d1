/** Góp Ý: how the program starts; everything else stands in the rooms below. */
@NullMarked
package vn.gopy;

import org.jspecify.annotations.NullMarked;
