/** The board of a round beside its screen: in which words its states are told, and the board as a file. */
@NullMarked
package vn.gopy.round.board;

import org.jspecify.annotations.NullMarked;
