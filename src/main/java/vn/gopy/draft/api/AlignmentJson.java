package vn.gopy.draft.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.alignment.StoredTie;
import vn.gopy.draft.alignment.TieId;
import vn.gopy.draft.alignment.VersionAlignment;
import vn.gopy.legaltext.alignment.Evidence;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.legaltext.citation.CitedUnit;
import vn.gopy.shared.Addresses;

/**
 * How a version is tied to the one before.
 *
 * @param older null for the first version of a series
 * @param compareUrl the page that shows the words of both beside each other; null without an older version
 * @param rows in the reading order of the version
 * @param counts how many rows there are in each state that holds
 */
record AlignmentJson(
        VersionId id,
        int version,
        @Nullable Older older,
        @Nullable String compareUrl,
        List<Row> rows,
        Map<StoredTie.State, Long> counts) {

    record Older(VersionId id, int ordinal) {}

    /**
     * @param path in its body
     * @param name as one speaks of it, small to large, such as {@code khoản 2 Điều 5}; its label where it has no such
     *     name, empty where it has none either
     */
    record Place(
            ProvisionId id,
            PlaceKind kind,
            String body,
            String path,
            @Nullable String label,
            @Nullable String heading,
            String name) {

        static Place of(PlacedProvision place) {
            return new Place(
                    place.id(), place.kind(), place.body(), place.path(), place.label(), place.heading(), name(place));
        }

        private static String name(PlacedProvision place) {
            return switch (place.kind()) {
                case ARTICLE, CLAUSE, POINT, OUTLINE -> CitedUnit.wordsOf(place.path());
                default -> Objects.requireNonNullElse(place.label(), "");
            };
        }
    }

    /**
     * @param old places of the older version
     * @param similarity with four decimals
     * @param by name of who has decided; null while the tie is proposed
     */
    record Row(
            TieId id,
            Tie.Kind kind,
            List<Place> old,
            @JsonProperty("new") List<Place> fresh,
            double similarity,
            boolean editorialOnly,
            List<Evidence> evidence,
            StoredTie.State state,
            @Nullable String by,
            @Nullable String at) {}

    /** @param deciders those who have decided about its ties */
    static AlignmentJson of(VersionAlignment alignment, List<Person> deciders) {
        Map<PersonId, String> names = deciders.stream().collect(Collectors.toMap(Person::id, Person::name));
        Map<ProvisionId, Place> places = Stream.concat(alignment.olderPlaces().stream(), alignment.places().stream())
                .collect(Collectors.toMap(PlacedProvision::id, Place::of));
        List<Row> rows =
                alignment.ties().stream().map(tie -> row(tie, places, names)).toList();
        Map<StoredTie.State, Long> counts = new EnumMap<>(StoredTie.State.class);
        counts.put(StoredTie.State.PROPOSED, 0L);
        counts.put(StoredTie.State.CONFIRMED, 0L);
        rows.forEach(row -> counts.merge(row.state(), 1L, Long::sum));
        DraftVersion older = alignment.older();
        return new AlignmentJson(
                alignment.version().id(),
                alignment.version().version(),
                older == null ? null : new Older(older.id(), older.ordinal()),
                older == null ? null : compareUrl(older, alignment.version()),
                rows,
                counts);
    }

    private static String compareUrl(DraftVersion older, DraftVersion newer) {
        return Addresses.comparison(newer.dossierId(), older.number(), newer.number());
    }

    private static Row row(StoredTie tie, Map<ProvisionId, Place> places, Map<PersonId, String> names) {
        StoredTie.Decision decision = tie.decision();
        return new Row(
                tie.id(),
                tie.kind(),
                tie.before().stream().map(places::get).toList(),
                tie.after().stream().map(places::get).toList(),
                Math.round(tie.similarity() * 10_000) / 10_000.0,
                tie.editorialOnly(),
                tie.evidence().stream().sorted().toList(),
                tie.state(),
                decision == null ? null : names.get(decision.by()),
                decision == null ? null : decision.at().toString());
    }
}
