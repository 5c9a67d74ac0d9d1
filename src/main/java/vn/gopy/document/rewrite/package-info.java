/** Writing into Word files of others, in a child JVM. */
@NullMarked
@NamedInterface("rewrite")
package vn.gopy.document.rewrite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
