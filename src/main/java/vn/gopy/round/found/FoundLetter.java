package vn.gopy.round.found;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.inside.AccessTokens;
import vn.gopy.draft.inside.Filing;
import vn.gopy.draft.inside.FoundText;
import vn.gopy.round.ReplyAccess;
import vn.gopy.shared.Moments;

/** The letter of a reply, with what decides who may find it: the rule of {@link ReplyAccess} in tokens. */
record FoundLetter(
        UUID id,
        Filing filing,
        String number,
        @Nullable LocalDate date,
        String note,
        @Nullable String sender,
        @Nullable UUID unitId,
        @Nullable UUID personId,
        boolean sent,
        boolean roundClosed) {

    FoundText found() {
        String dated = date == null ? "" : " ngày " + Moments.date(date);
        return new FoundText(
                id,
                id,
                FoundText.lines("Số " + number + dated),
                filing.dossierTitle(),
                FoundText.lines(sender, note),
                List.of(),
                sent ? "SENT" : "UNSENT",
                filing,
                tokens());
    }

    private Set<String> tokens() {
        Set<String> tokens = new LinkedHashSet<>();
        if (unitId != null) {
            tokens.add(AccessTokens.unit(unitId));
        }
        if (personId != null) {
            tokens.add(AccessTokens.person(personId));
        }
        if (sent) {
            tokens.add(AccessTokens.SECRETARIAT);
        }
        if (sent && roundClosed) {
            tokens.add(AccessTokens.CHAIR);
        }
        return tokens;
    }
}
