/** What open desks are told at once. */
@NullMarked
package vn.gopy.consolidation.live;

import org.jspecify.annotations.NullMarked;
