/** The screens of {@code vn.gopy.consultation}. */
@NullMarked
package vn.gopy.consultation.ui;

import org.jspecify.annotations.NullMarked;
