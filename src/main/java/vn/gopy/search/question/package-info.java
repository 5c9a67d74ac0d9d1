/** From what somebody typed to a question for the index: words, numbers, places, abbreviations, and the ways to answer it. */
@NullMarked
@NamedInterface("question")
package vn.gopy.search.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
