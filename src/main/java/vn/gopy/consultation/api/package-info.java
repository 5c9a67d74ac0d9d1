/** The REST face of {@code vn.gopy.consultation}. */
@NullMarked
package vn.gopy.consultation.api;

import org.jspecify.annotations.NullMarked;
