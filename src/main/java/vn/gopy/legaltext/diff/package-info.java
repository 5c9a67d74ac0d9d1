/** What changed between two wordings, told in words: Vietnamese syllables, numbers and signs as units. */
@NullMarked
@NamedInterface("diff")
package vn.gopy.legaltext.diff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
