/** What is said when something fails, is absent or is denied, in the words of each kind of page. */
@NullMarked
package vn.gopy.shell.failure;

import org.jspecify.annotations.NullMarked;
