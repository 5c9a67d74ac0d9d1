package vn.gopy.legaltext.citation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Sentence;

/**
 * A citation in its place in a document, and what it points to there.
 *
 * @param body code of the body the citing place stands in; empty for an annex of the package
 * @param place path of the citing place inside its body
 * @param heading whether the words stand in the heading of the place, else in its own text
 * @param text the text that is cited, after the context was asked: in the articles of an amending law a bare "Điều 5" is
 *     one of the law amended
 * @param path of the cited place in the syntax of outline paths, completed from the context; empty for a whole document
 * @param targetBody code of the body of the targets; null when they are not in this document
 * @param targets paths of the places pointed to, in order; empty when they are not in this document
 * @param missing what is not there though it should be, such as "Điều 7 không có khoản 5"; null for nothing
 */
public record Reference(
        String body,
        String place,
        boolean heading,
        Citation citation,
        CitedText text,
        String path,
        @Nullable String targetBody,
        List<String> targets,
        @Nullable Sentence missing) {

    /** The same, with other words for what is not there. */
    Reference withMissing(Sentence words) {
        return new Reference(body, place, heading, citation, text, path, targetBody, targets, words);
    }

    /** The other document that is cited; null when it is this one, or one that is not identified. */
    public @Nullable CitedDocument document() {
        return text instanceof CitedText.Other other ? other.document() : null;
    }
}
