/** How well and how fast the product finds and reads, beside others that do the same, all in one run on the same machine. */
@NullMarked
package vn.gopy.command.measure;

import org.jspecify.annotations.NullMarked;
