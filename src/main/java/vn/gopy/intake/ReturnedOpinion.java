package vn.gopy.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.ProvisionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.shared.Sha256;
import vn.gopy.shared.TextGate;

/**
 * What a returned Word file says about one place of the draft that it was made from: a tracked change or a margin comment.
 *
 * @param place the whole body when no place fits
 * @param quote the words of the place that it is about; null for the whole place
 * @param start where the quote begins in the place's own text or heading
 * @param replacement the wording instead of the quote, or of the whole own text; empty where the words go
 * @param author as the word processor names them, on one line that can be kept
 * @param at as the word processor writes it, empty when unknown
 * @param resolved a margin comment that was marked as done
 * @param untracked changed without tracking: found only by comparing the words
 * @param moved the opinions at the other ends, where its words only changed their place
 */
public record ReturnedOpinion(
        ProvisionId place,
        Fit fit,
        CommentKind kind,
        @Nullable String quote,
        String prefix,
        String suffix,
        @Nullable Integer start,
        @Nullable String replacement,
        String text,
        String author,
        String at,
        boolean resolved,
        boolean untracked,
        List<Moved> moved) {

    /**
     * The other end of words that changed their place.
     *
     * @param key of the opinion there
     * @param goes whether the words go there; else they come from there
     */
    public record Moved(String key, ProvisionId place, boolean goes) {}

    /** Whatever the file holds that no text may hold is left out, for its sender cannot be asked to mend it. */
    public ReturnedOpinion {
        author = TextGate.NAME.found(author);
        text = textOf(text);
        replacement = replacement == null ? null : textOf(replacement);
    }

    /** One that is open, and tracked. */
    ReturnedOpinion(
            ProvisionId place,
            Fit fit,
            CommentKind kind,
            @Nullable String quote,
            String prefix,
            String suffix,
            @Nullable Integer start,
            @Nullable String replacement,
            String text,
            String author,
            String at) {
        this(place, fit, kind, quote, prefix, suffix, start, replacement, text, author, at, false, false);
    }

    /** One whose words are in no other place. */
    ReturnedOpinion(
            ProvisionId place,
            Fit fit,
            CommentKind kind,
            @Nullable String quote,
            String prefix,
            String suffix,
            @Nullable Integer start,
            @Nullable String replacement,
            String text,
            String author,
            String at,
            boolean resolved,
            boolean untracked) {
        this(
                place,
                fit,
                kind,
                quote,
                prefix,
                suffix,
                start,
                replacement,
                text,
                author,
                at,
                resolved,
                untracked,
                List.of());
    }

    private static String textOf(String words) {
        return String.join("\n", TextGate.lines(words));
    }

    /** How certain the place is. */
    public enum Fit {
        /** No place of the draft fits: it is offered on the whole body. */
        NONE,
        /** Its own words are not in the draft; the place is the one that stands before them. */
        NEAR,
        /** Its words stand there. */
        EXACT
    }

    /** The same with a reason behind its own words. */
    ReturnedOpinion because(String reason) {
        return with(kind, replacement, text.isEmpty() ? reason : text + "\n" + reason, untracked, moved);
    }

    /** The same, found only by comparing the words. */
    ReturnedOpinion withoutTracking() {
        return with(kind, replacement, text, true, moved);
    }

    /** The same as a change of the whole own text instead of words behind it. */
    ReturnedOpinion instead(String wording) {
        return with(CommentKind.EDIT, wording, text, untracked, moved);
    }

    /** The same with the other ends of its move. */
    ReturnedOpinion withMoved(List<Moved> ends) {
        return with(kind, replacement, text, untracked, ends);
    }

    private ReturnedOpinion with(
            CommentKind otherKind, @Nullable String wording, String words, boolean found, List<Moved> ends) {
        return new ReturnedOpinion(
                place, fit, otherKind, quote, prefix, suffix, start, wording, words, author, at, resolved, found, ends);
    }

    /** The same opinion in the same file, or in a later copy of it, has the same key. */
    public String key() {
        return Sha256.of(String.join(
                        "\0",
                        place.toString(),
                        kind.name(),
                        String.valueOf(quote),
                        String.valueOf(start),
                        String.valueOf(replacement),
                        text,
                        author,
                        at))
                .substring(0, 24);
    }
}
