/** The REST face of {@code vn.gopy.consolidation}. */
@NullMarked
package vn.gopy.consolidation.api;

import org.jspecify.annotations.NullMarked;
