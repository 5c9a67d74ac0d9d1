/** Which places a text has, and which of them are those of the version before: pure rules on records. */
@NullMarked
package vn.gopy.draft.place;

import org.jspecify.annotations.NullMarked;
