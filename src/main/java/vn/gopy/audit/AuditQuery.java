package vn.gopy.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which rows of the trail are asked for; null leaves a side open. */
public record AuditQuery(
        @Nullable UUID subject,
        @Nullable UUID actor,
        @Nullable Instant from,
        @Nullable Instant until,
        int limit) {}
