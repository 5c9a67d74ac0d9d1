/** The REST face of {@code vn.gopy.round}. */
@NullMarked
package vn.gopy.round.api;

import org.jspecify.annotations.NullMarked;
