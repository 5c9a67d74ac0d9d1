/** Teaches the search's second look from the text of laws and from questions with their answers; the same each time. */
@NullMarked
package vn.gopy.command.measure.training;

import org.jspecify.annotations.NullMarked;
