/** The next draft: accepted wording and opinions, as marks in the words of the file that was asked about. Pure Java. */
@NullMarked
package vn.gopy.consolidation.merged;

import org.jspecify.annotations.NullMarked;
