/**
 * The second look at the best hits: a small learned model over features of question and candidate. Knows no index, no
 * database and no framework, so that any engine's hits can be looked at again.
 */
@NullMarked
@NamedInterface("ranking")
package vn.gopy.search.ranking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
