/** The trail: every change, who, as what, on whose behalf; rows are only ever added and chained by hash. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package vn.gopy.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
