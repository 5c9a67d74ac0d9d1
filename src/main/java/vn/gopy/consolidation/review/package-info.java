/** Soát trước khi trình: rules on the words of a draft before it is submitted, each with its repair. Pure Java. */
@NullMarked
package vn.gopy.consolidation.review;

import org.jspecify.annotations.NullMarked;
