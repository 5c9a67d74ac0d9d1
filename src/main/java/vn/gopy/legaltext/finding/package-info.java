/** What a person ought to look at in a text just read: gaps in its numbering, signs of form that are missing. */
@NullMarked
package vn.gopy.legaltext.finding;

import org.jspecify.annotations.NullMarked;
