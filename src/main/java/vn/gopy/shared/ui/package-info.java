/** Small parts that views share: icons, states, links, moments in words. */
@NullMarked
package vn.gopy.shared.ui;

import org.jspecify.annotations.NullMarked;
