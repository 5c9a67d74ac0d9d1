/** Keeping the index at what the tables say: the outbox, who reads it, what an entry is made of, rebuilding and mending. */
@NullMarked
package vn.gopy.search.index;

import org.jspecify.annotations.NullMarked;
