package vn.gopy.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.shared.Limits;
import vn.gopy.shared.TextGate;

/**
 * What of a dossier shall be otherwise; null leaves a side as it is.
 *
 * @param drafter code of the drafting unit; empty for none
 * @param people user names of all those whom the dossier itself names as readers
 */
public record DossierChange(
        @Nullable String title,
        @Nullable String kind,
        @Nullable Audience audience,
        @Nullable String drafter,
        @Nullable List<String> people) {

    /** Another title. */
    public static DossierChange titled(String title) {
        return new DossierChange(title, null, null, null, null);
    }

    /** Another drafting unit, or none for an empty code. */
    public static DossierChange drafted(String unit) {
        return new DossierChange(null, null, null, unit, null);
    }

    /** Others who may read by the dossier's kind of audience. */
    public static DossierChange readBy(Audience audience) {
        return new DossierChange(null, null, audience, null, null);
    }

    /** Other named readers. */
    public static DossierChange naming(List<String> people) {
        return new DossierChange(null, null, null, null, people);
    }

    /** The same as it may be kept. */
    DossierChange passed() {
        return new DossierChange(
                title == null ? null : TextGate.TITLE.require(title, "TITLE_MISSING"),
                kind == null ? null : TextGate.NUMBER.require(kind, "KIND_MISSING"),
                audience,
                drafter,
                people == null ? null : Limits.list(people, Limits.LIST));
    }
}
