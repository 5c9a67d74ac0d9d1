/** The reader's page: what one person may see of one version, put together. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "opinion",
            "opinion :: api",
            "round",
            "round :: figures",
            "draft",
            "draft :: brief",
            "draft :: live",
            "draft :: ui",
            "legaltext",
            "legaltext :: citation",
            "account",
            "shared"
        })
package vn.gopy.reader;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
