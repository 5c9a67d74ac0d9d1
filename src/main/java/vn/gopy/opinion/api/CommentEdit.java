package vn.gopy.opinion.api;

import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Given;
import vn.gopy.shared.web.Versions;

/**
 * A change of an unsent opinion as it comes in: what is left out stays as it is, null empties it. With a wording of null
 * a proposal becomes a remark; a kind cannot be empty.
 */
public record CommentEdit(Given<CommentKind> kind, Given<String> text, Given<String> replacement) {

    /** Makes the change; what the asker may not do is told before the version is asked for. */
    public Comment apply(Composing composing, Person asker, CommentId id, @Nullable String ifMatch) {
        Comment before = composing.editable(asker, id);
        CommentKind after = kind.or(before.kind());
        if (after == null) {
            throw Refusal.unprocessable("KIND_MISSING");
        }
        return composing.edit(
                asker,
                id,
                Versions.required(ifMatch),
                after,
                text.or(before.text(), ""),
                replacement.or(before.replacement()));
    }
}
