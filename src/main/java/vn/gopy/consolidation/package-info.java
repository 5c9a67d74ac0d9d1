/** Points, groups and outcomes: from opinions to the official table. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "opinion",
            "round",
            "round :: inside",
            "round :: figures",
            "round :: letter",
            "round :: posted",
            "draft",
            "draft :: alignment",
            "draft :: anchor",
            "draft :: comparison",
            "draft :: inside",
            "draft :: live",
            "draft :: ui",
            "document",
            "document :: rewrite",
            "account",
            "notice",
            "audit",
            "notice",
            "legaltext",
            "legaltext :: alignment",
            "legaltext :: citation",
            "legaltext :: diff",
            "paper",
            "vietnamese",
            "shared"
        })
package vn.gopy.consolidation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
