package vn.gopy.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trail: ids, codes and hashes, no titles and no words of documents.
 *
 * @param keyId which key hashed what was before and after; empty in rows that were written without a key
 */
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
        String keyId,
        String contentHash) {

    AuditEntry withContentHash(String hash) {
        return with(beforeHash, afterHash, hash);
    }

    /** The same as it may be shown: hashes without a key would let its reader try words on them. */
    AuditEntry shown() {
        return keyId.isEmpty() ? with("", "", "") : this;
    }

    private AuditEntry with(String before, String after, String hash) {
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
                before,
                after,
                keyId,
                hash);
    }

    /** The text whose hash is the content hash: every field. */
    String content() {
        return CanonicalJson.of(
                "id", id,
                "at", at,
                "actorId", actorId,
                "actorName", actorName,
                "actingAs", actingAs,
                "onBehalfOf", onBehalfOf,
                "action", action,
                "subjectType", subjectType,
                "subjectId", subjectId,
                "field", field,
                "beforeHash", beforeHash,
                "afterHash", afterHash,
                "keyId", keyId);
    }
}
