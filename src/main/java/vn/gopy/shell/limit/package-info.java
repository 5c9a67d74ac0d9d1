/** How much each may ask for: sizes of bodies, calls in a second, pages kept open. */
@NullMarked
package vn.gopy.shell.limit;

import org.jspecify.annotations.NullMarked;
