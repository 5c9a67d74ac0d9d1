/** What an answer can begin with: answers given before to what is alike, and templates. */
@NullMarked
package vn.gopy.consolidation.precedent;

import org.jspecify.annotations.NullMarked;
