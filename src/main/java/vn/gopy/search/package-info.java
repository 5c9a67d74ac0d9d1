/** Finding clauses, opinions and answers as people type them, never a word of what the asker may not see. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "consolidation",
            "opinion",
            "round",
            "round :: inside",
            "draft",
            "draft :: inside",
            "account",
            "notice",
            "legaltext",
            "legaltext :: citation",
            "vietnamese",
            "vietnamese :: analysis",
            "shared"
        })
package vn.gopy.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
