package vn.gopy.round.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitKind;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Settings.Office;

/** What letters of a round have in common. */
final class LetterParts {

    /** In whose name the head of a commune signs. */
    static final String COMMITTEE = "TM. ỦY BAN NHÂN DÂN";

    private LetterParts() {}

    /** Cơ quan lập bảng, to which answers are addressed. */
    static Optional<Unit> consolidator(Round round, List<Unit> units) {
        return units.stream()
                .filter(unit -> unit.id().equals(round.consolidator()))
                .findFirst();
    }

    /** The line above the name of a unit; null where none stands there. */
    static @Nullable String superior(Office office, Unit unit) {
        return switch (unit.kind()) {
            case PARTY -> office.superior(true);
            case DEPARTMENT -> office.superior(false);
            case COMMUNE, FRONT, ARMED_FORCES, OTHER -> null;
        };
    }

    /** The drafts of the round that are read, by name, in its order. */
    static List<String> names(Round round, Map<VersionId, Rounds.DraftPlace> places) {
        return round.drafts().stream()
                .filter(places::containsKey)
                .map(draft -> name(Objects.requireNonNull(places.get(draft)), places))
                .toList();
    }

    /** "dự thảo Quyết định …", "dự thảo Tờ trình"; a paper names its dossier where the round is about several. */
    static String name(Rounds.DraftPlace place, Map<VersionId, Rounds.DraftPlace> places) {
        if (place.name().isMain()) {
            return "dự thảo " + place.dossier();
        }
        String paper = "dự thảo " + place.name().role().official();
        boolean alone =
                places.values().stream().map(Rounds.DraftPlace::code).distinct().count() == 1;
        return alone ? paper : paper + " kèm theo dự thảo " + place.dossier();
    }

    /** "KT. GIÁM ĐỐC" above "PHÓ GIÁM ĐỐC"; a People's Committee is named first. */
    static List<String> posts(String written, Unit unit) {
        List<String> posts = new ArrayList<>();
        if (unit.kind() == UnitKind.COMMUNE) {
            posts.add(COMMITTEE);
        }
        String post = written.split(",", 2)[0].strip().toUpperCase(Locale.ROOT);
        if (unit.kind() == UnitKind.COMMUNE) {
            post = post.replaceFirst(" ỦY BAN NHÂN DÂN.*", "");
        }
        if (post.startsWith("PHÓ ")) {
            posts.add((unit.kind() == UnitKind.PARTY ? "K/T " : "KT. ") + post.substring("PHÓ ".length()));
        }
        if (!post.isEmpty()) {
            posts.add(post);
        }
        return posts;
    }
}
