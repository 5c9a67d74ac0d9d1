/** An administrator reads one dossier for a while, to help, and those who keep it see that. */
@NullMarked
package vn.gopy.draft.support;

import org.jspecify.annotations.NullMarked;
