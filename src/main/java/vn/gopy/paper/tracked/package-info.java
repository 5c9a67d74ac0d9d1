/**
 * Tracked changes and margin comments written into a Word file that somebody else made: only what is asked for is another
 * afterwards, every other byte of its text and every other part stays. Pure Java.
 */
@NullMarked
@NamedInterface("tracked")
package vn.gopy.paper.tracked;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
