/** What became of the places of a version in the next one, as the words propose it and as people have said. */
@NullMarked
@NamedInterface("alignment")
package vn.gopy.draft.alignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
