/** Which place of one version became which of the next: two trees in, ties with their evidence out. */
@NullMarked
@NamedInterface("alignment")
package vn.gopy.legaltext.alignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
