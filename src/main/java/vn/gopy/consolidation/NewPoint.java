package vn.gopy.consolidation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.shared.Limits;
import vn.gopy.shared.TextGate;

/**
 * A point that the secretariat enters from a letter, minutes or a form.
 *
 * @param unit code of the unit that says it; null for a person
 * @param places the first is the main one, unless {@code general}
 * @param general goes to the general part; the places are only related
 */
public record NewPoint(
        @Nullable VersionId draft,
        @Nullable String unit,
        @Nullable PersonId person,
        CommentKind kind,
        String text,
        @Nullable String replacement,
        SourceKind source,
        String sourceRef,
        List<ProvisionId> places,
        boolean general,
        boolean restricted) {

    /** The same as it may be kept. */
    NewPoint passed() {
        return new NewPoint(
                draft,
                unit,
                person,
                kind,
                TextGate.TEXT.require(text, "TEXT_MISSING"),
                TextGate.WORDING.passOrNull(replacement),
                source,
                TextGate.NAME.pass(sourceRef),
                Limits.list(places, Limits.LIST),
                general,
                restricted);
    }
}
