/** The REST face of {@code vn.gopy.draft}. */
@NullMarked
package vn.gopy.draft.api;

import org.jspecify.annotations.NullMarked;
