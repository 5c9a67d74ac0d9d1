package vn.gopy.draft.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;
import vn.gopy.draft.DossierId;

/**
 * One stay of an administrator in a dossier. That it is over is read from the clock, nobody has to end it.
 *
 * @param code of the dossier
 * @param endsAt the moment from which it is over, unless it was ended before
 * @param endedBy who ended it before its time
 */
public record Support(
        SupportId id,
        DossierId dossier,
        String code,
        PersonId person,
        String name,
        String reason,
        Instant beginsAt,
        Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    /** Whether the administrator reads the dossier at this moment. */
    public boolean lasts(Instant now) {
        return endedAt == null && !now.isBefore(beginsAt) && now.isBefore(endsAt);
    }
}
