/** Dossiers and their drafts: versions, provisions, and what ties one version to the next. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "document",
            "account",
            "audit",
            "notice",
            "legaltext",
            "legaltext :: alignment",
            "legaltext :: citation",
            "legaltext :: diff",
            "vietnamese",
            "paper",
            "shared"
        })
package vn.gopy.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
