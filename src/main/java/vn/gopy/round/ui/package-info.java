/** The screens of {@code vn.gopy.round}, and a round as a line for the lists of others. */
@NullMarked
@NamedInterface("ui")
package vn.gopy.round.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
