package vn.gopy.consolidation.cut;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.citation.Citation;

/** Finds what a cut speaks of in the drafts of a round: which draft, which of its bodies, which places. */
public final class CutPlaces {

    private static final Map<String, String> SHORT =
            Map.of("qd", "quyet dinh", "qc", "quy che", "tv", "tu van", "bcd", "ban chi dao", "ctr", "chuong trinh");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\d]+");

    /**
     * A draft of the round.
     *
     * @param title of it and of its bodies, all in one
     * @param bodies their codes with their types, such as {@code QC} with "Quy chế"
     */
    public record Draft(VersionId id, String title, Map<String, String> bodies, List<PlacedProvision> places) {}

    /**
     * Where a point stands.
     *
     * @param places the main one first; none for the general part
     */
    public record Spot(VersionId draft, List<ProvisionId> places) {}

    private final List<Known> drafts;

    /** @param drafts at least one, in the order of the round */
    public CutPlaces(List<Draft> drafts) {
        this.drafts = drafts.stream().map(Known::new).toList();
    }

    private static final class Known {

        final Draft draft;
        final Set<String> pairs;
        final Map<String, Integer> sizes = new HashMap<>();

        Known(Draft draft) {
            this.draft = draft;
            this.pairs = CutPlaces.pairs(
                    draft.title() + " . " + String.join(" . ", draft.bodies().values()));
            draft.places().forEach(place -> sizes.merge(place.body(), 1, Integer::sum));
        }
    }

    private static List<String> syllables(String words) {
        var syllables = new ArrayList<String>();
        for (String syllable : BETWEEN.split(Words.fold(words))) {
            for (String one : SHORT.getOrDefault(syllable, syllable).split(" ")) {
                syllables.add(one);
            }
        }
        return syllables;
    }

    private static Set<String> pairs(String words) {
        List<String> syllables = syllables(words);
        var pairs = new HashSet<String>();
        for (int i = 1; i < syllables.size(); i++) {
            pairs.add(syllables.get(i - 1) + " " + syllables.get(i));
        }
        return pairs;
    }

    /** Where a cut stands; the general part where its places are not in the draft. */
    public Spot of(Cut cut) {
        Known known = draft(cut);
        Set<ProvisionId> places = new LinkedHashSet<>();
        List<String> bodies = bodies(known, cut);
        row(known, cut).ifPresent(place -> places.add(place.id()));
        for (Citation citation : places.isEmpty() ? cut.cited() : List.<Citation>of()) {
            find(known, bodies, citation).ifPresent(place -> places.add(place.id()));
        }
        if (places.isEmpty()) {
            kind(cut.topic()).flatMap(kind -> first(known, bodies, kind)).ifPresent(place -> places.add(place.id()));
        }
        return new Spot(known.draft.id(), List.copyOf(places));
    }

    private Known draft(Cut cut) {
        Set<String> said = pairs(String.join(" . ", cut.context()));
        Known best = drafts.getFirst();
        long most = 0;
        for (Known known : drafts) {
            long common = known.pairs.stream().filter(said::contains).count();
            if (common > most) {
                best = known;
                most = common;
            }
        }
        return best;
    }

    /** The body that the headings name comes first, then the largest: the regulation that is issued with a decision. */
    private static List<String> bodies(Known known, Cut cut) {
        String named = named(known, cut);
        return known.sizes.keySet().stream()
                .sorted(Comparator.comparing((String body) -> !body.equals(named))
                        .thenComparing(body -> -known.sizes.getOrDefault(body, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static @Nullable String named(Known known, Cut cut) {
        for (String heading : cut.context().reversed()) {
            String words = " " + String.join(" ", syllables(heading)) + " ";
            Optional<String> first = known.draft.bodies().entrySet().stream()
                    .filter(body -> words.contains(" " + String.join(" ", syllables(body.getValue())) + " "))
                    .min(Comparator.comparingInt(
                            body -> words.indexOf(" " + String.join(" ", syllables(body.getValue())) + " ")))
                    .map(Map.Entry::getKey);
            if (first.isPresent()) {
                return first.get();
            }
        }
        return null;
    }

    private static Optional<PlacedProvision> row(Known known, Cut cut) {
        return known.draft.places().stream()
                .filter(place -> place.kind() == PlaceKind.ANNEX_ROW
                        && place.text().split("\\s*\\|", 2)[0].strip().equals(cut.row()))
                .findFirst();
    }

    private static Optional<PlaceKind> kind(Cut.Topic topic) {
        return switch (topic) {
            case TITLE -> Optional.of(PlaceKind.TITLE);
            case GROUNDS -> Optional.of(PlaceKind.GROUND);
            case ENACTING -> Optional.of(PlaceKind.ENACTING);
            case RECIPIENTS -> Optional.of(PlaceKind.RECIPIENT);
            case SIGNATURE -> Optional.of(PlaceKind.SIGNATURE);
            case NONE, GENERAL -> Optional.empty();
        };
    }

    private static Optional<PlacedProvision> first(Known known, List<String> bodies, PlaceKind kind) {
        for (String body : bodies) {
            Optional<PlacedProvision> found = known.draft.places().stream()
                    .filter(place -> place.body().equals(body) && place.kind() == kind)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<PlacedProvision> find(Known known, List<String> bodies, Citation citation) {
        for (String path = citation.path(); !path.isEmpty(); path = above(path)) {
            for (String body : bodies) {
                Optional<PlacedProvision> found = at(known, body, path);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** What stands one step higher is nearer to the truth than nothing. */
    private static String above(String path) {
        int cut = path.lastIndexOf('/');
        return cut < 0 ? "" : path.substring(0, cut);
    }

    private static Optional<PlacedProvision> at(Known known, String body, String path) {
        List<String> wanted = List.of(path.split("/"));
        return known.draft.places().stream()
                .filter(place ->
                        place.body().equals(body) && endsIn(List.of(place.path().split("/")), wanted))
                .min(Comparator.comparingInt(place -> place.path().split("/").length));
    }

    /** The steps in this order, others may stand between, the last one last. */
    private static boolean endsIn(List<String> path, List<String> wanted) {
        int at = path.size() - 1;
        for (int i = wanted.size() - 1; i >= 0; i--) {
            if (i == wanted.size() - 1 && (at < 0 || !isStep(path.get(at), wanted.get(i)))) {
                return false;
            }
            while (at >= 0 && !isStep(path.get(at), wanted.get(i))) {
                at--;
            }
            if (at < 0) {
                return false;
            }
            at--;
        }
        return true;
    }

    /** Texts without articles number their parts without saying what they are: {@code 3.2} is the điểm 3.2. */
    private static boolean isStep(String step, String wanted) {
        String number = wanted.substring(wanted.lastIndexOf('-') + 1);
        return step.equals(wanted) || !wanted.startsWith("dieu-") && step.equals(number);
    }
}
