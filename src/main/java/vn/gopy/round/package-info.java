/** Rounds and replies: who is asked about which drafts until when, and who has answered how. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "draft",
            "draft :: inside",
            "draft :: ui",
            "account",
            "audit",
            "document",
            "legaltext",
            "notice",
            "paper",
            "shared"
        })
package vn.gopy.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
