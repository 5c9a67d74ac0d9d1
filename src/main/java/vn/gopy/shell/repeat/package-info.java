/** Requests that may be sent again safely. */
@NullMarked
package vn.gopy.shell.repeat;

import org.jspecify.annotations.NullMarked;
