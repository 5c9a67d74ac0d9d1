/**
 * Tách ý: a letter, minutes or a typed text is cut into points, each with its literal words and the place that it names. Pure
 * Java; what it finds is a proposal for a person.
 */
@NullMarked
package vn.gopy.consolidation.cut;

import org.jspecify.annotations.NullMarked;
