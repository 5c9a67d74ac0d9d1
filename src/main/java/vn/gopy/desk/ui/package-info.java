/** The screen of the desk. */
@NullMarked
package vn.gopy.desk.ui;

import org.jspecify.annotations.NullMarked;
