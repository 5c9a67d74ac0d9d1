package vn.gopy.audit.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.audit.AuditEntry;
import vn.gopy.audit.AuditQuery;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Page;

@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private final Trail trail;

    AuditController(Trail trail) {
        this.trail = trail;
    }

    /** Newest first; {@code next} is that of the part before. */
    @GetMapping
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    Page<AuditEntry> find(
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable UUID next,
            @RequestParam(defaultValue = "" + Limits.PAGE) int size) {
        return trail.page(
                new AuditQuery(subject, actor, moment(from), moment(to), Math.clamp(size, 1, Limits.BULK)), next);
    }

    private static @Nullable Instant moment(@Nullable Instant moment) {
        return moment == null ? null : Limits.moment(moment);
    }
}
