package vn.gopy.opinion.api;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.ProvisionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.Capacity;
import vn.gopy.shared.Refusal;

/** An opinion as it comes in; absent fields take their defaults. */
public record CommentRequest(
        @Nullable CommentKind kind,
        @Nullable String text,
        @Nullable String quote,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable Integer start,
        @Nullable String replacement,
        @Nullable List<UUID> places,
        @Nullable Capacity capacity,
        @Nullable String onBehalfOf,
        @Nullable Boolean send,
        @Nullable List<String> restrictedTo) {

    /** What is asked for; refused without a kind. */
    public NewComment wanted() {
        if (kind == null) {
            throw Refusal.unprocessable("KIND_MISSING");
        }
        return new NewComment(
                kind,
                Objects.requireNonNullElse(text, ""),
                quote,
                prefix,
                suffix,
                start,
                replacement,
                Objects.requireNonNullElse(places, List.<UUID>of()).stream()
                        .map(ProvisionId::new)
                        .toList(),
                capacity,
                onBehalfOf,
                Objects.requireNonNullElse(send, true),
                Objects.requireNonNullElse(restrictedTo, List.of()));
    }
}
