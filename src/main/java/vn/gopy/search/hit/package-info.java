/** From what the engine found to what its asker may see of it: the second check, the passage and its marks. */
@NullMarked
package vn.gopy.search.hit;

import org.jspecify.annotations.NullMarked;
