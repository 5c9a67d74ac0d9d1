/** Search for other systems. */
@NullMarked
package vn.gopy.search.api;

import org.jspecify.annotations.NullMarked;
