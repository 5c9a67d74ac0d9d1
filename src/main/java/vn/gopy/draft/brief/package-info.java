/** The few lines before a version that say on what an opinion is wanted. */
@NullMarked
@NamedInterface("brief")
package vn.gopy.draft.brief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
