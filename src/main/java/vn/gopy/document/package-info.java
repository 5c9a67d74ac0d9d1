/** Stored files, named by their content, and reading them in a child JVM. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "legaltext",
            "legaltext :: diff",
            "paper :: tracked",
            "vietnamese",
            "shared"
        })
package vn.gopy.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
