/** Measurements of the product beside others that do the same, all in one run on the same machine. */
@NullMarked
package vn.gopy.command.bench;

import org.jspecify.annotations.NullMarked;
