/** Bản đọc đơn giản: what a guest must be able to do, as pages without script, through the facades of the other screens. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "desk",
            "consolidation",
            "opinion",
            "opinion :: api",
            "round",
            "round :: figures",
            "round :: posted",
            "draft",
            "draft :: anchor",
            "draft :: brief",
            "legaltext",
            "legaltext :: citation",
            "account",
            "shared"
        })
package vn.gopy.plain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
