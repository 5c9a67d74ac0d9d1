/** The REST face of {@code vn.gopy.intake}. */
@NullMarked
package vn.gopy.intake.api;

import org.jspecify.annotations.NullMarked;
