/** The commands of {@code bin/gopy} that ask no running application. */
@NullMarked
package vn.gopy.command;

import org.jspecify.annotations.NullMarked;
