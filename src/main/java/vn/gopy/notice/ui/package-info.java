/** The list of notices and the bell. */
@NullMarked
package vn.gopy.notice.ui;

import org.jspecify.annotations.NullMarked;
