/** People, units, roles and the way in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "shared", "vietnamese"})
package vn.gopy.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
