/** Where what was said of a place of one version stands in a later one. */
@NullMarked
@NamedInterface("anchor")
package vn.gopy.draft.anchor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
