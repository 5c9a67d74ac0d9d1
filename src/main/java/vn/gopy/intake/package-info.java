/** What comes back on other ways than the screen: drafts that were worked on in Word. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "opinion",
            "round",
            "draft",
            "draft :: inside",
            "document",
            "legaltext",
            "legaltext :: diff",
            "account",
            "audit",
            "shared"
        })
package vn.gopy.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
