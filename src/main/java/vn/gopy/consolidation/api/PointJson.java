package vn.gopy.consolidation.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.UnitId;
import vn.gopy.consolidation.GroupId;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentFile;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.RoundId;

/**
 * A point as it goes out.
 *
 * @param number null for the moment until it is given
 * @param provisionLineage of the main place; null in the general part
 * @param places the main one first, the others are related to it
 * @param unit code of the unit that says it; null for a person
 * @param outcome null while it is pending
 * @param reserved lần thứ mấy the draft is on which an opinion of the round before is kept; null where it is said anew
 * @param sourceRef number of the letter, date of the minutes …
 * @param files of the opinion that it was written as, to be asked for under it
 */
record PointJson(
        PointId id,
        int version,
        @Nullable Integer number,
        RoundId roundId,
        @Nullable VersionId versionId,
        boolean restricted,
        @Nullable LineageId provisionLineage,
        @Nullable String path,
        List<PlaceJson> places,
        @Nullable String unit,
        String author,
        CommentKind kind,
        String text,
        @Nullable String replacement,
        @Nullable Outcome outcome,
        String answer,
        @Nullable String appliedText,
        @Nullable String assignee,
        GroupId groupId,
        SourceKind source,
        String sourceRef,
        List<CommentFile> files,
        @Nullable Integer reserved) {

    /** A place that it is about. */
    record PlaceJson(@Nullable LineageId provisionLineage, String path, boolean main) {

        static PlaceJson of(Point.PointPlace place) {
            return new PlaceJson(place.lineage(), place.path(), place.main());
        }
    }

    static PointJson of(Point point, Map<UnitId, String> codes) {
        return new PointJson(
                point.id(),
                point.version(),
                point.number(),
                point.roundId(),
                point.versionId(),
                point.restricted(),
                point.mainPlace().map(Point.PointPlace::lineage).orElse(null),
                point.mainPlace().map(Point.PointPlace::path).orElse(null),
                point.places().stream().map(PlaceJson::of).toList(),
                point.unit() == null ? null : codes.get(point.unit()),
                point.who(),
                point.kind(),
                point.text(),
                point.replacement(),
                point.outcome(),
                point.answer(),
                point.appliedText(),
                point.assignee(),
                point.groupId(),
                point.source(),
                point.sourceRef(),
                point.files(),
                point.reserved());
    }
}
