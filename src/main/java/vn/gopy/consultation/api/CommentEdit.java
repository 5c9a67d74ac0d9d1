package vn.gopy.consultation.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.consultation.Comment;
import vn.gopy.consultation.CommentId;
import vn.gopy.consultation.CommentKind;
import vn.gopy.consultation.Comments;
import vn.gopy.shared.web.Versions;

/** A change of an unsent opinion as it comes in; absent fields stay as they are. */
record CommentEdit(
        @Nullable CommentKind kind,
        @Nullable String text,
        @Nullable String replacement) {

    /** Makes the change; what the asker may not do is told before the version is asked for. */
    Comment apply(Comments comments, Person asker, CommentId id, @Nullable String ifMatch) {
        Comment before = comments.editable(asker, id);
        return comments.edit(
                asker,
                id,
                Versions.required(ifMatch),
                Objects.requireNonNullElse(kind, before.kind()),
                Objects.requireNonNullElse(text, before.text()),
                replacement == null ? before.replacement() : replacement);
    }
}
