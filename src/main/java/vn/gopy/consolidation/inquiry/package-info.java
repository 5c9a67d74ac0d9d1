/** Hỏi cơ quan chuyên môn, trao đổi lại với người góp ý: what is asked about a point before it is answered. */
@NullMarked
package vn.gopy.consolidation.inquiry;

import org.jspecify.annotations.NullMarked;
