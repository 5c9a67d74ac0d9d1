/** Vietnamese as it stands in files and as people type it: normalising, old fonts, folding. Pure Java, no Spring. */
@NullMarked
@ApplicationModule(
        displayName = "Vietnamese text",
        allowedDependencies = {})
package vn.gopy.vietnamese;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
