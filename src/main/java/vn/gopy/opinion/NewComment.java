package vn.gopy.opinion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.ProvisionId;
import vn.gopy.round.Capacity;
import vn.gopy.shared.Limits;
import vn.gopy.shared.TextGate;

/**
 * What somebody wants to say about a place.
 *
 * @param places further places beside the main one
 * @param onBehalfOf code of the unit; null for oneself
 * @param send false keeps it as the author's unsent draft
 * @param restrictedTo user names of the only readers beside the author ("Báo cáo riêng")
 */
public record NewComment(
        CommentKind kind,
        String text,
        @Nullable String quote,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable Integer start,
        @Nullable String replacement,
        List<ProvisionId> places,
        @Nullable Capacity capacity,
        @Nullable String onBehalfOf,
        boolean send,
        List<String> restrictedTo) {

    /** A plain remark on a whole place. */
    public static NewComment of(CommentKind kind, String text) {
        return new NewComment(kind, text, null, null, null, null, null, List.of(), null, null, true, List.of());
    }

    /** The same, kept unsent. */
    public NewComment unsent() {
        return new NewComment(
                kind,
                text,
                quote,
                prefix,
                suffix,
                start,
                replacement,
                places,
                capacity,
                onBehalfOf,
                false,
                restrictedTo);
    }

    /** The same, for a unit. */
    public NewComment forUnit(String unitCode) {
        return new NewComment(
                kind, text, quote, prefix, suffix, start, replacement, places, capacity, unitCode, send, restrictedTo);
    }

    /** The same, about some words of the place. */
    public NewComment about(String words) {
        return new NewComment(
                kind,
                text,
                words,
                prefix,
                suffix,
                start,
                replacement,
                places,
                capacity,
                onBehalfOf,
                send,
                restrictedTo);
    }

    /** The same, with proposed wording. */
    public NewComment proposing(String wording) {
        return new NewComment(
                kind, text, quote, prefix, suffix, start, wording, places, capacity, onBehalfOf, send, restrictedTo);
    }

    /** The same as it may be kept. */
    NewComment passed() {
        return new NewComment(
                kind,
                TextGate.TEXT.pass(text),
                TextGate.WORDING.passOrNull(quote),
                TextGate.CONTEXT.passOrNull(prefix),
                TextGate.CONTEXT.passOrNull(suffix),
                start,
                TextGate.WORDING.passOrNull(replacement),
                Limits.list(places, Limits.LIST),
                capacity,
                onBehalfOf,
                send,
                Limits.list(restrictedTo, Limits.LIST));
    }

    Capacity effectiveCapacity() {
        if (capacity != null) {
            return capacity;
        }
        return onBehalfOf == null ? Capacity.OWN : Capacity.UNIT;
    }
}
