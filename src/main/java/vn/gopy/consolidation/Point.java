package vn.gopy.consolidation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentFile;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.RoundId;

/**
 * A point (ý kiến): the atom of consolidation. It always sits in exactly one group, whose answer it shares; the outcome
 * is its own, so that a group can hold both sides of a conflict.
 *
 * @param number counts from 1 within the round; null for the moment until it is given
 * @param versionId the draft it is about; null where it concerns the whole dossier or round
 * @param who the body, or the person with post, as the table names them
 * @param sourceRef number of the letter, date of the minutes …; empty for what was written on the screen
 * @param assignee user name, or code of the unit, of who is to answer it
 * @param side luồng ý kiến within its group, "A" to "D"; empty where it stands on none
 * @param reserved lần thứ mấy the draft is on which an opinion of the round before is kept (bảo lưu); null where it is said anew
 * @param files of the opinion that it was written as
 * @param places at most one is the main one, which decides the row; without it the point goes to the general part
 */
public record Point(
        PointId id,
        int version,
        RoundId roundId,
        @Nullable VersionId versionId,
        @Nullable Integer number,
        GroupId groupId,
        SourceKind source,
        @Nullable CommentId commentId,
        String sourceRef,
        @Nullable UnitId unit,
        @Nullable PersonId person,
        String who,
        CommentKind kind,
        String text,
        @Nullable String replacement,
        @Nullable Outcome outcome,
        String answer,
        @Nullable String appliedText,
        @Nullable String assignee,
        boolean restricted,
        String side,
        List<PointPlace> places,
        List<CommentFile> files,
        @Nullable Integer reserved) {

    /** The same without words, place and who said them, for those whom it was not told. */
    Point withheld() {
        return new Point(
                id,
                version,
                roundId,
                versionId,
                number,
                groupId,
                source,
                null,
                "",
                null,
                null,
                "",
                kind,
                "",
                null,
                outcome,
                answer,
                null,
                assignee,
                restricted,
                side,
                List.of(),
                List.of(),
                null);
    }

    /** Ý kiến trái nhau: whether points of one group stand on more than one side. */
    public static boolean differ(Collection<Point> group) {
        return group.stream()
                        .map(Point::side)
                        .filter(side -> !side.isEmpty())
                        .distinct()
                        .count()
                > 1;
    }

    /** The names of its files; empty without any. */
    public List<String> fileNames() {
        return files.stream().map(CommentFile::name).toList();
    }

    /** The place that decides its row. */
    public Optional<PointPlace> mainPlace() {
        return places.stream().filter(PointPlace::main).findFirst();
    }

    /** A place that a point is about. */
    public record PointPlace(
            ProvisionId provision, @Nullable LineageId lineage, String path, boolean main) {}
}
