package vn.gopy.consultation.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.consultation.CommentId;
import vn.gopy.consultation.Comments;

/** Unsent opinions that shall go out together. */
record CommentSending(@Nullable List<UUID> ids) {

    record Sent(int sent, Instant at) {}

    Sent apply(Comments comments, Person asker) {
        List<CommentId> wanted = Objects.requireNonNullElse(ids, List.<UUID>of()).stream()
                .map(CommentId::new)
                .toList();
        return new Sent(comments.send(asker, wanted).size(), Instant.now());
    }
}
