package vn.gopy.opinion;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.Refusal;

/** What an opinion must say, and which words and places of a draft it may name. */
final class CommentChecks {

    private CommentChecks() {}

    static void words(NewComment wanted) {
        words(wanted.text(), wanted.replacement(), wanted.kind());
    }

    static void words(String text, @Nullable String replacement, CommentKind kind) {
        boolean worded = replacement != null && (!replacement.isBlank() || kind == CommentKind.REMOVE);
        if (text.isBlank() && !worded && kind != CommentKind.AGREE) {
            throw Refusal.unprocessable("TEXT_MISSING");
        }
    }

    /** The quoted words stand in the place, and may begin where it is said. */
    static void quote(PlacedProvision place, NewComment wanted) {
        if (wanted.quote() == null) {
            return;
        }
        int longest = texts(place).mapToInt(String::length).max().orElse(0);
        boolean begins = wanted.start() == null || (wanted.start() >= 0 && wanted.start() < longest);
        if (!begins || !quotes(place, wanted.quote())) {
            throw Refusal.unprocessable("QUOTE_NOT_FOUND");
        }
    }

    /** Whether the words, which are no mere space, stand in the place. */
    static boolean quotes(PlacedProvision place, String quote) {
        String words = squeezed(quote);
        return !words.isEmpty() && texts(place).anyMatch(text -> squeezed(text).contains(words));
    }

    private static Stream<String> texts(PlacedProvision place) {
        return Stream.of(place.text(), Objects.requireNonNullElse(place.heading(), ""));
    }

    private static String squeezed(String text) {
        return text.replaceAll("(?U)\\s+", " ").strip();
    }

    /** All places of one opinion stand in one version. */
    static void places(List<PlacedProvision> places, VersionId version) {
        if (!places.stream().allMatch(place -> place.versionId().equals(version))) {
            throw Refusal.unprocessable("PLACES_ELSEWHERE");
        }
    }

    /** The version is one of the dossier whose check is finished. */
    static void commentable(DraftVersion version, DossierId dossier) {
        if (!version.dossierId().equals(dossier)) {
            throw Refusal.unprocessable("PLACES_ELSEWHERE");
        }
        if (version.state() != VersionState.PUBLISHED) {
            throw Refusal.conflict("NOT_PUBLISHED");
        }
    }
}
