/** Công văn trả lời: the letter with which a unit answers a round. */
@NullMarked
package vn.gopy.round.letter;

import org.jspecify.annotations.NullMarked;
