/** Opinions in threads: what is said about which place, in whose name, who may read it, and who hears of it at once. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "round",
            "round :: figures",
            "round :: inside",
            "draft",
            "draft :: anchor",
            "draft :: inside",
            "draft :: live",
            "legaltext :: alignment",
            "document",
            "account",
            "notice",
            "audit",
            "shared"
        })
package vn.gopy.opinion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
