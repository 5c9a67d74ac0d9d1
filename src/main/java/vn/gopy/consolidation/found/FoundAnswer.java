package vn.gopy.consolidation.found;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.PointAccess;
import vn.gopy.draft.inside.AccessTokens;
import vn.gopy.draft.inside.Filing;
import vn.gopy.draft.inside.FoundText;

/** A point with its group's answer, and what decides who may find it: the rule {@link PointAccess#FOUND} in tokens. */
record FoundAnswer(
        UUID id,
        UUID groupId,
        Filing filing,
        String answer,
        String opinion,
        String state,
        @Nullable UUID unitId,
        @Nullable UUID personId,
        boolean restricted,
        boolean roundClosed,
        boolean announced) {

    FoundText found() {
        return new FoundText(
                id,
                groupId,
                "",
                filing.dossierTitle(),
                FoundText.lines(answer, opinion),
                List.of(),
                state,
                filing,
                tokens());
    }

    private Set<String> tokens() {
        Set<String> tokens = new LinkedHashSet<>();
        if (!restricted) {
            tokens.add(AccessTokens.SECRETARIAT);
        }
        if (roundClosed) {
            tokens.add(AccessTokens.CHAIR);
        }
        if (announced && unitId != null) {
            tokens.add(AccessTokens.unit(unitId));
        }
        if (announced && personId != null) {
            tokens.add(AccessTokens.person(personId));
        }
        return tokens;
    }
}
