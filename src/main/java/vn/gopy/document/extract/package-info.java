/** The reading child: files of people become blocks in a JVM of its own, which may die without harm. */
@NullMarked
package vn.gopy.document.extract;

import org.jspecify.annotations.NullMarked;
