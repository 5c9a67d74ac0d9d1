package vn.gopy.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;

/**
 * Something that somebody is told.
 *
 * @param kind names the {@link NoticeSource} that puts it into words
 * @param subject what it is about, by its kind
 * @param updatedAt when the last was added to it
 * @param readAt null until its person has seen it
 */
public record Notice(
        NoticeId id,
        PersonId person,
        String kind,
        UUID subject,
        Instant updatedAt,
        @Nullable Instant readAt) {}
