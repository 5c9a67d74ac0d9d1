/** Orders of people on the blocks of a text, as they are kept and as they are sent. */
@NullMarked
package vn.gopy.draft.repair;

import org.jspecify.annotations.NullMarked;
