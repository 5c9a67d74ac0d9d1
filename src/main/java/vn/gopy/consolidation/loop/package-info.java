/** Back to those who said something: what became of it, whether the next draft shows it, and what they say to that. */
@NullMarked
package vn.gopy.consolidation.loop;

import org.jspecify.annotations.NullMarked;
