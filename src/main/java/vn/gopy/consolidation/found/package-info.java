/** The answers of rounds as the search finds them. */
@NullMarked
package vn.gopy.consolidation.found;

import org.jspecify.annotations.NullMarked;
