/** Finding clauses, opinions and answers as people type them, never a word of what the asker may not see. */
@NullMarked
package vn.gopy.search;

import org.jspecify.annotations.NullMarked;
