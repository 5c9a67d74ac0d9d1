/** What every room uses: ids, paging, problems, the clock, SQL parameters, texts in two languages. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package vn.gopy.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
