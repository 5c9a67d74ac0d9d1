/** The REST face of {@code vn.gopy.account}. */
@NullMarked
package vn.gopy.account.api;

import org.jspecify.annotations.NullMarked;
