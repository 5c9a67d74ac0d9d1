/** The screen of the search. */
@NullMarked
package vn.gopy.search.ui;

import org.jspecify.annotations.NullMarked;
