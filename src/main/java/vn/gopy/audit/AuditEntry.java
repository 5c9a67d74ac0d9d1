package vn.gopy.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the trail: ids, codes and hashes, no titles and no words of documents. */
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable UUID actorId,
        String actorName,
        String actingAs,
        @Nullable UUID onBehalfOf,
        String action,
        String subjectType,
        @Nullable UUID subjectId,
        String field,
        String beforeHash,
        String afterHash,
        String contentHash) {

    AuditEntry withContentHash(String hash) {
        return new AuditEntry(
                id,
                at,
                actorId,
                actorName,
                actingAs,
                onBehalfOf,
                action,
                subjectType,
                subjectId,
                field,
                beforeHash,
                afterHash,
                hash);
    }

    /** The text whose hash is the content hash: every field, one a line. */
    String content() {
        return String.join(
                "\n",
                id.toString(),
                at.toString(),
                String.valueOf(actorId),
                actorName,
                actingAs,
                String.valueOf(onBehalfOf),
                action,
                subjectType,
                String.valueOf(subjectId),
                field,
                beforeHash,
                afterHash);
    }
}
