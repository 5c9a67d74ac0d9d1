package vn.gopy.plain;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.Capacity;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Refusal;

/**
 * What stands in the form of an opinion, as it was typed.
 *
 * @param place id of the place, or {@link Addresses#WHOLE_DOSSIER}
 * @param whose as {@link Whose#value}
 * @param version of the opinion that is changed; empty for a new one
 */
record Typed(String place, String kind, String text, String wording, String whose, String version) {

    static final String PLACE = "cho";
    static final String KIND = "loai";
    static final String TEXT = "noiDung";
    static final String WORDING = "cauChu";
    static final String WHOSE = "cua";
    static final String VERSION = "ban";

    /** In this order in {@link #of}. */
    static final List<String> FIELDS = List.of(PLACE, KIND, TEXT, WORDING, WHOSE, VERSION);

    static Typed of(HttpServletRequest request) {
        List<String> values = FIELDS.stream()
                .map(field -> Objects.requireNonNullElse(request.getParameter(field), ""))
                .toList();
        return of(values);
    }

    static Typed of(List<String> values) {
        return new Typed(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4), values.get(5));
    }

    /** An empty form for that place. */
    static Typed at(String place, List<Whose> whose) {
        return new Typed(
                place, "", "", "", whose.isEmpty() ? "" : whose.getFirst().value(), "");
    }

    /** An opinion that is to be changed. */
    static Typed of(Comment comment) {
        return new Typed(
                "",
                comment.kind().name(),
                comment.text(),
                Objects.requireNonNullElse(comment.replacement(), ""),
                "",
                String.valueOf(comment.version()));
    }

    /** The same, after its writer has seen that version. */
    Typed seeing(int other) {
        return new Typed(place, kind, text, wording, whose, String.valueOf(other));
    }

    List<String> values() {
        return List.of(place, kind, text, wording, whose, version);
    }

    /** Whether there is something that nobody wants to type twice. */
    boolean hasWords() {
        return !text.isBlank() || !wording.isBlank();
    }

    /** Keeps it as an unsent opinion. */
    Comment create(Composing composing, Person asker, UUID dossier) {
        NewComment wanted = wanted();
        return place.equals(Addresses.WHOLE_DOSSIER)
                ? composing.create(asker, new DossierId(dossier), wanted)
                : composing.create(asker, new ProvisionId(id(place)), wanted);
    }

    private NewComment wanted() {
        String[] parts = whose.split(":", 2);
        Capacity capacity = Arrays.stream(Capacity.values())
                .filter(one -> one.name().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable("UNIT_MISSING"));
        return new NewComment(
                chosenKind(),
                text,
                null,
                null,
                null,
                null,
                proposal(),
                List.of(),
                capacity,
                parts.length > 1 ? parts[1] : null,
                false,
                List.of());
    }

    CommentKind chosenKind() {
        return Optional.of(kind).stream()
                .flatMap(name -> Arrays.stream(CommentKind.values())
                        .filter(one -> one.name().equals(name)))
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable("KIND_MISSING"));
    }

    /** The proposed wording; none where nothing stands there. */
    @Nullable
    String proposal() {
        return wording.isBlank() ? null : wording;
    }

    int seenVersion() {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException other) {
            throw Refusal.stale();
        }
    }

    static UUID id(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException other) {
            throw Refusal.notFound();
        }
    }
}
