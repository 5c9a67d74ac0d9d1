/** The port to an index, in words of its own: what is put in, what is asked, what comes back, and how it fails. */
@NullMarked
@NamedInterface("engine")
package vn.gopy.search.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
