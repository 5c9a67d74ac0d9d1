package vn.gopy.opinion.api;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.Sending;

/** Unsent opinions that shall go out together; {@code at} is the time of receipt that is kept with them. */
public record CommentSending(@Nullable List<UUID> ids) {

    /** How many went out, and when they were received. */
    public record Sent(int sent, Instant at) {}

    /** Sends them for the asker. */
    public Sent apply(Sending sending, Person asker, Clock clock) {
        List<CommentId> wanted = Objects.requireNonNullElse(ids, List.<UUID>of()).stream()
                .map(CommentId::new)
                .toList();
        List<Comment> sent = sending.send(asker, wanted);
        Instant at = sent.stream()
                .map(Comment::sentAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MICROS));
        return new Sent(sent.size(), at);
    }
}
