/** Which option of a draft those who were asked have chosen. */
@NullMarked
package vn.gopy.consolidation.choice;

import org.jspecify.annotations.NullMarked;
