/** Notices for the bell of the page. */
@NullMarked
package vn.gopy.notice.api;

import org.jspecify.annotations.NullMarked;
