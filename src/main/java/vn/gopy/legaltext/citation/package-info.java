/** Citations in the text: recognised in all the ways offices write them, resolved in the document itself. */
@NullMarked
@NamedInterface("citation")
package vn.gopy.legaltext.citation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
