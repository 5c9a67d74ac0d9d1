/** The screens of {@code vn.gopy.draft}: the list, one dossier, the check; and what pages about a draft of other rooms share. */
@NullMarked
@NamedInterface("ui")
package vn.gopy.draft.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
