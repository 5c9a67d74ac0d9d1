/** Through whose hands the replies of a unit go: set by the unit, whatever it is asked about. */
@NullMarked
package vn.gopy.round.route;

import org.jspecify.annotations.NullMarked;
