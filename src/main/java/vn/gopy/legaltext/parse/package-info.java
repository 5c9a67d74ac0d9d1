/** From blocks to trees of provisions: lines, markers, quotes, annexes and where each thing stands. */
@NullMarked
package vn.gopy.legaltext.parse;

import org.jspecify.annotations.NullMarked;
