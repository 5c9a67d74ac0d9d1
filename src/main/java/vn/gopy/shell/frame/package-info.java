/** The frame of every screen. */
@NullMarked
package vn.gopy.shell.frame;

import org.jspecify.annotations.NullMarked;
