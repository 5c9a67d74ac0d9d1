/** The page that holds the reader. */
@NullMarked
package vn.gopy.reader.ui;

import org.jspecify.annotations.NullMarked;
