/** What the element of the reader asks for: same facades, same rules, the session of the page. */
@NullMarked
package vn.gopy.reader.api;

import org.jspecify.annotations.NullMarked;
