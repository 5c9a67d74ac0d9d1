/** The REST face of {@code vn.gopy.audit}. */
@NullMarked
package vn.gopy.audit.api;

import org.jspecify.annotations.NullMarked;
