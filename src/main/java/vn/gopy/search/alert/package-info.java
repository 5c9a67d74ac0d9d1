/** Kept searches and what is told about them. */
@NullMarked
package vn.gopy.search.alert;

import org.jspecify.annotations.NullMarked;
