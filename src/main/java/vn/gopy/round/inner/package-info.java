/** Lấy ý kiến trong cơ quan: a unit hears its own people before it answers; nobody outside the unit learns of it. */
@NullMarked
package vn.gopy.round.inner;

import org.jspecify.annotations.NullMarked;
