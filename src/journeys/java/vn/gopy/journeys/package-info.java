/** Whole ways through the product, in a real browser, on the packaged program: what a person would do and see. */
@NullMarked
package vn.gopy.journeys;

import org.jspecify.annotations.NullMarked;
