package vn.gopy.account;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post (chức vụ) that somebody holds, held or will hold in a unit.
 *
 * @param holder whose post it is
 * @param from the first day
 * @param to the first day on which it is held no more; null for no end
 * @param giver the name of the head who lent it (ủy quyền); null for an own post
 * @param round the one round for which alone it is lent; null for all that the post can do
 */
public record Tenure(
        TenureId id,
        PersonId holder,
        String holderName,
        UnitId unitId,
        String unitCode,
        String unitName,
        UnitRole role,
        String post,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String giver,
        @Nullable UUID round) {

    /** Whether it is held on that day. */
    public boolean heldOn(LocalDate day) {
        return !from.isAfter(day) && (to == null || to.isAfter(day));
    }

    /** Whether it is over on that day. */
    public boolean overOn(LocalDate day) {
        return to != null && !to.isAfter(day);
    }

    /** Whether a head lent it to its holder. */
    public boolean lent() {
        return giver != null;
    }
}
