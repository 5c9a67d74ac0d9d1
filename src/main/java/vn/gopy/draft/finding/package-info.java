/** What is noticed about a text, in the reader's language. */
@NullMarked
@NamedInterface("finding")
package vn.gopy.draft.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
