/** The REST face of {@code vn.gopy.opinion}, and the JSON of threads for the page of the reader. */
@NullMarked
@NamedInterface("api")
package vn.gopy.opinion.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
