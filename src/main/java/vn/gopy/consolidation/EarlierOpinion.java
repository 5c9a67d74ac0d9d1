package vn.gopy.consolidation;

import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.anchor.Anchor;
import vn.gopy.opinion.CommentId;

/**
 * An opinion on an earlier version, in a thread or on paper, as it stands to the one that is read.
 *
 * @param comment null for one that came on paper
 * @param point null for one that counts in no round
 * @param version the number of the comment; of the point where there is none
 * @param number of the point
 * @param ordinal lần thứ mấy that version was; 0 for one on the whole dossier
 * @param place where it was said, in words; empty for no place
 * @param anchor null for one that was about no place
 * @param outcome what became of the point; null while that is open, and where there is none
 * @param answer empty without one
 * @param restricted told to named readers alone (báo cáo riêng)
 * @param likely a new place that speaks of the same, where it has lost its own
 */
public record EarlierOpinion(
        @Nullable CommentId comment,
        @Nullable PointId point,
        int version,
        @Nullable Integer number,
        String who,
        String text,
        int ordinal,
        String place,
        @Nullable Anchor anchor,
        @Nullable Outcome outcome,
        String answer,
        boolean restricted,
        @Nullable PlacedProvision likely) {

    EarlierOpinion with(@Nullable PlacedProvision guess) {
        return new EarlierOpinion(
                comment, point, version, number, who, text, ordinal, place, anchor, outcome, answer, restricted, guess);
    }
}
