/** The screens of {@code vn.gopy.account}. */
@NullMarked
package vn.gopy.account.ui;

import org.jspecify.annotations.NullMarked;
