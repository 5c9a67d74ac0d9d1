package vn.gopy.consultation.api;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.consultation.Comment;
import vn.gopy.consultation.CommentId;
import vn.gopy.consultation.Comments;

/** Unsent opinions that shall go out together; {@code at} is the time of receipt that is kept with them. */
record CommentSending(@Nullable List<UUID> ids) {

    record Sent(int sent, Instant at) {}

    Sent apply(Comments comments, Person asker, Clock clock) {
        List<CommentId> wanted = Objects.requireNonNullElse(ids, List.<UUID>of()).stream()
                .map(CommentId::new)
                .toList();
        List<Comment> sent = comments.send(asker, wanted);
        Instant at = sent.stream()
                .map(Comment::sentAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MICROS));
        return new Sent(sent.size(), at);
    }
}
