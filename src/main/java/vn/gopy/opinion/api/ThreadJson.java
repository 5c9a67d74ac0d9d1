package vn.gopy.opinion.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.AnchorState;
import vn.gopy.opinion.CommentFile;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.CommentState;
import vn.gopy.opinion.Uptake;
import vn.gopy.round.Capacity;
import vn.gopy.round.Visibility;

/**
 * An opinion with what was answered to it, for other systems and for the reader alike. What is withdrawn keeps its place
 * and loses every word: its own, those it quotes and those said under it.
 *
 * @param provisionId where it stands on the version that is read; null for an opinion on the whole dossier, and where it
 *     has no place any more
 * @param quote with {@code prefix}, {@code suffix} and {@code start}: the words as they are on that version
 * @param anchor how it stands to that version
 * @param exact whether the words that it is about stand there letter for letter
 * @param from where it was said, for one of an earlier version
 * @param author user name; {@code authorName} and {@code authorPost} as they were when it was written
 * @param unit code of the unit it speaks for
 * @param visibility under which rule it was written, which is not opened wider later
 * @param restricted whether it was told to named readers alone
 * @param editedAt when its words were last changed after others could read them; what they were is asked for by itself
 * @param canTakeBack whether the asker may delete it, or withdraw it where others have read it
 * @param files that belong to it, to be asked for by their id; size in bytes
 * @param agreed who agrees with it, in the order in which they said so
 * @param resolved who has said that the talk under it has come to its end
 * @param mine whether the asker wrote it
 */
public record ThreadJson(
        CommentId id,
        int version,
        @Nullable VersionId versionId,
        @Nullable ProvisionId provisionId,
        @Nullable LineageId lineage,
        CommentKind kind,
        String kindLabel,
        String text,
        @Nullable String quote,
        String prefix,
        String suffix,
        @Nullable Integer start,
        @Nullable String replacement,
        String author,
        String authorName,
        String authorPost,
        @Nullable String unit,
        @Nullable String unitName,
        Capacity capacity,
        CommentState state,
        Visibility visibility,
        boolean restricted,
        String createdAt,
        @Nullable String sentAt,
        @Nullable String editedAt,
        boolean late,
        AnchorState anchor,
        boolean exact,
        @Nullable Origin from,
        boolean mine,
        boolean canReply,
        boolean canEdit,
        boolean canTakeBack,
        boolean canAgree,
        boolean canResolve,
        List<CommentFile> files,
        List<Said> agreed,
        @Nullable Said resolved,
        List<ThreadJson> replies) {

    /**
     * Who said something without words.
     *
     * @param mine whether that was the asker
     */
    public record Said(String name, String post, String at, boolean mine) {}

    /**
     * @param place in words: "Khoản 4 Điều 7"
     * @param quote the words that it was about then; null for the whole place
     * @param uptake null where it proposed no wording
     * @param byHand whether a person has put it where it stands
     */
    public record Origin(
            VersionId versionId,
            int ordinal,
            ProvisionId provisionId,
            String place,
            @Nullable String quote,
            @Nullable Uptake uptake,
            boolean byHand) {}
}
