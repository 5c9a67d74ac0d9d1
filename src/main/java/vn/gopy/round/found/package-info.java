/** The letters of replies as the search finds them. */
@NullMarked
package vn.gopy.round.found;

import org.jspecify.annotations.NullMarked;
