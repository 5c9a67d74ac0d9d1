/** The way in: who signs in how, how guessing is slowed down, and which part of the product each way in opens. */
@NullMarked
package vn.gopy.shell.entry;

import org.jspecify.annotations.NullMarked;
