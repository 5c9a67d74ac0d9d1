/** The screens of {@code vn.gopy.consolidation}. */
@NullMarked
package vn.gopy.consolidation.ui;

import org.jspecify.annotations.NullMarked;
