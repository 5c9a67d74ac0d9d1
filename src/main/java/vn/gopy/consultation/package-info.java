/** Rounds, replies and opinions: who is asked, who has answered, and what they say about which clause. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "opinion",
            "opinion :: api",
            "round",
            "round :: ui",
            "draft",
            "document",
            "account",
            "audit",
            "legaltext",
            "legaltext :: citation",
            "shared"
        })
package vn.gopy.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
