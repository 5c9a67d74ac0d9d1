package vn.gopy.opinion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.Quotation;
import vn.gopy.round.Capacity;
import vn.gopy.round.RoundId;
import vn.gopy.round.Visibility;

/**
 * An opinion (ý kiến) on a place of a draft, or a reply to one.
 *
 * @param root itself for the first of a thread
 * @param quote the words of the place that it is about; null for the whole place
 * @param start where the quote begins in the place's own text, in characters
 * @param replacement proposed wording for the quote, or for the whole own text of the place
 * @param round the round it counts in, once it is sent
 * @param editedAt when its words last took the place of others that somebody else could read; null when they never have
 * @param files that belong to it, in the order in which they came
 * @param entered whether the secretariat entered it for the unit from what the unit has handed in
 */
public record Comment(
        CommentId id,
        int version,
        DossierId dossierId,
        @Nullable VersionId versionId,
        @Nullable ProvisionId provisionId,
        @Nullable LineageId lineage,
        CommentId root,
        @Nullable RoundId round,
        CommentKind kind,
        String text,
        @Nullable String quote,
        String prefix,
        String suffix,
        @Nullable Integer start,
        @Nullable String replacement,
        Author author,
        Capacity capacity,
        CommentState state,
        Visibility visibility,
        boolean restricted,
        boolean late,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant editedAt,
        List<CommentFile> files,
        boolean entered) {

    /**
     * Who wrote it, with name and post at that time.
     *
     * @param unit for which unit, unless for oneself alone
     */
    public record Author(
            PersonId id, String name, String post, @Nullable UnitId unit, String unitName) {}

    public boolean isRoot() {
        return root.equals(id);
    }

    /** The words that it is about, as they were; null for the whole place. */
    public @Nullable Quotation quotation() {
        return quote == null ? null : new Quotation(quote, prefix, suffix, start);
    }

    /** Whether it has not gone out: with its author it is gone, without a trace for others. */
    boolean isDraft() {
        return state == CommentState.UNSENT || state == CommentState.UNIT_DRAFT;
    }

    /** Whether its words may still be others: those that count in a round stand as they were received. */
    boolean editable() {
        return isDraft() || (state == CommentState.SENT && round == null);
    }

    /** Whether somebody besides its author may have read its words, so that they are kept when they are changed. */
    boolean wasReadByOthers() {
        return state == CommentState.UNIT_DRAFT || state == CommentState.SENT;
    }

    /** The same as its unit's draft, which the head has to send. */
    Comment unitDraft() {
        return with(CommentState.UNIT_DRAFT, null, visibility, false, null);
    }

    /** The same sent, counting in the round if there is one. */
    Comment sent(@Nullable RoundId in, Visibility under, boolean tooLate, Instant at) {
        return with(CommentState.SENT, in, under, tooLate, at);
    }

    private Comment with(
            CommentState now, @Nullable RoundId in, Visibility under, boolean tooLate, @Nullable Instant at) {
        return new Comment(
                id,
                version,
                dossierId,
                versionId,
                provisionId,
                lineage,
                root,
                in,
                kind,
                text,
                quote,
                prefix,
                suffix,
                start,
                replacement,
                author,
                capacity,
                now,
                under,
                restricted,
                tooLate,
                createdAt,
                at,
                null,
                files,
                entered);
    }

    /** An answer in this thread. */
    Comment answeredBy(Author other, String words, Instant at) {
        return new Comment(
                CommentId.next(),
                1,
                dossierId,
                versionId,
                provisionId,
                lineage,
                id,
                null,
                CommentKind.OTHER,
                words,
                null,
                "",
                "",
                null,
                null,
                other,
                Capacity.OWN,
                CommentState.SENT,
                visibility,
                restricted,
                false,
                at,
                at,
                null,
                List.of(),
                false);
    }
}
