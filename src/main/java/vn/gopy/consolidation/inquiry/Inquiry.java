package vn.gopy.consolidation.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.UnitId;
import vn.gopy.consolidation.PointId;
import vn.gopy.round.RoundId;

/**
 * A question about a point: to a unit, or what came of speaking with the author again.
 *
 * @param unit who is asked; null where the author was spoken with
 * @param unitName its name now; empty without a unit
 * @param question empty where the author was spoken with
 * @param due until when an answer is wished
 * @param askedBy name of who asked, or spoke
 * @param answer empty while there is none
 * @param answeredBy name of who answered; null while nobody has
 */
public record Inquiry(
        UUID id,
        int version,
        PointId point,
        RoundId round,
        String roundTitle,
        @Nullable UnitId unit,
        String unitName,
        String question,
        @Nullable LocalDate due,
        String askedBy,
        Instant askedAt,
        String answer,
        @Nullable String answeredBy) {

    /** Whether a unit has still to answer. */
    public boolean waits() {
        return answeredBy == null;
    }
}
