/** The frame around every feature: main layout, navigation, the way in, error pages, headers. */
@NullMarked
@ApplicationModule
package vn.gopy.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
