/** The end of a dossier: its text was issued, and from then on nothing of it changes. */
@NullMarked
package vn.gopy.draft.ending;

import org.jspecify.annotations.NullMarked;
