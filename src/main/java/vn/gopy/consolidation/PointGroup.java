package vn.gopy.consolidation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.round.RoundId;

/**
 * A group of points with its answer and all that stood there before.
 *
 * @param former the latest first: titles and answers that were replaced, also those of points when they came in
 */
public record PointGroup(
        GroupId id,
        int version,
        RoundId roundId,
        String title,
        String answer,
        List<PointId> points,
        List<Former> former) {

    /**
     * What stood there.
     *
     * @param by user name of who replaced it
     */
    public record Former(
            String title,
            String answer,
            Instant until,
            @Nullable String by) {}
}
