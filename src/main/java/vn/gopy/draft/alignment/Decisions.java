package vn.gopy.draft.alignment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.gopy.draft.ProvisionId;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/**
 * What a person says of ties: these are right, and those places are tied otherwise.
 *
 * @param confirmed ties that are right as they stand
 * @param corrected what became of places instead; they leave the ties that they were in
 * @param reopened confirmed or corrected ties of which nothing is said any more
 */
public record Decisions(List<TieId> confirmed, List<Corrected> corrected, List<TieId> reopened) {

    /**
     * @param before old places: one, several that were merged, or none where the place is new
     * @param after new places likewise
     */
    public record Corrected(List<ProvisionId> before, List<ProvisionId> after) {

        /** @throws Refusal TIE_ENDS unless one side has one place, and the other several, one or none; TOO_MANY */
        public Corrected {
            if (before.size() != 1 && after.size() != 1) {
                throw Refusal.unprocessable("TIE_ENDS");
            }
            Limits.list(before, Limits.LIST);
            Limits.list(after, Limits.LIST);
        }

        Stream<ProvisionId> places() {
            return Stream.concat(before.stream(), after.stream());
        }
    }

    /** @throws Refusal TIE_ENDS where a place is corrected twice; TOO_MANY */
    public Decisions {
        Limits.list(confirmed, Limits.BULK);
        Limits.list(corrected, Limits.LIST);
        Limits.list(reopened, Limits.BULK);
        Set<ProvisionId> seen = new HashSet<>();
        if (!corrected.stream().flatMap(Corrected::places).allMatch(seen::add)) {
            throw Refusal.unprocessable("TIE_ENDS");
        }
    }
}
