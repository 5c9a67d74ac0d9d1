/** The worked example: a story of three drafts with its people, papers, opinions and answers, filled into an empty system. */
@NullMarked
package vn.gopy.demo;

import org.jspecify.annotations.NullMarked;
