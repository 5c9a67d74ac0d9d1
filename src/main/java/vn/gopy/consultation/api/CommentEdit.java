package vn.gopy.consultation.api;

import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.consultation.Comment;
import vn.gopy.consultation.CommentId;
import vn.gopy.consultation.CommentKind;
import vn.gopy.consultation.Comments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Given;
import vn.gopy.shared.web.Versions;

/**
 * A change of an unsent opinion as it comes in: what is left out stays as it is, null empties it. With a wording of null
 * a proposal becomes a remark; a kind cannot be empty.
 */
record CommentEdit(Given<CommentKind> kind, Given<String> text, Given<String> replacement) {

    /** Makes the change; what the asker may not do is told before the version is asked for. */
    Comment apply(Comments comments, Person asker, CommentId id, @Nullable String ifMatch) {
        Comment before = comments.editable(asker, id);
        CommentKind after = kind.or(before.kind());
        if (after == null) {
            throw Refusal.unprocessable("KIND_MISSING");
        }
        return comments.edit(
                asker,
                id,
                Versions.required(ifMatch),
                after,
                text.or(before.text(), ""),
                replacement.or(before.replacement()));
    }
}
