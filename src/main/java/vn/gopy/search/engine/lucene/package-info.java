/** The search index embedded: Lucene in a folder of its own. The only place of the search module that knows Lucene. */
@NullMarked
@NamedInterface("lucene")
package vn.gopy.search.engine.lucene;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
