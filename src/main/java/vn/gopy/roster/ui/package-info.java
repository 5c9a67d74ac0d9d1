/** The screen on which a list is looked through. */
@NullMarked
package vn.gopy.roster.ui;

import org.jspecify.annotations.NullMarked;
