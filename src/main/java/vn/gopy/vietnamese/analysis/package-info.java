/**
 * Vietnamese for a Lucene index: syllables and pairs of neighbouring syllables, with and without marks. Needs nothing but
 * lucene-core and lucene-analysis-common, so that the same classes can run inside another search server.
 */
@NullMarked
@NamedInterface("analysis")
package vn.gopy.vietnamese.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
