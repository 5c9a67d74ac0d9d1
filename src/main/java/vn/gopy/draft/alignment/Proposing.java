package vn.gopy.draft.alignment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.alignment.Alignments;
import vn.gopy.legaltext.alignment.Choice;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.legaltext.alignment.TiedPlace;

/** Finds the ties of two versions anew, around what people have confirmed. */
final class Proposing {

    private final Map<ProvisionId, Choice.At> old;
    private final Map<ProvisionId, Choice.At> fresh;
    private final Map<Choice.At, ProvisionId> oldIds;
    private final Map<Choice.At, ProvisionId> freshIds;

    private Proposing(List<PlacedProvision> before, List<PlacedProvision> now) {
        this.old = places(before);
        this.fresh = places(now);
        this.oldIds = ids(old);
        this.freshIds = ids(fresh);
    }

    /** A version as it is aligned. */
    record Text(Outline outline, List<PlacedProvision> places) {}

    /**
     * Every tie between the versions. What was known of the same places before keeps its id, and its decision.
     *
     * @param known ties of these versions; the confirmed ones hold
     */
    static List<StoredTie> of(Text before, Text now, Collection<StoredTie> known) {
        return new Proposing(before.places(), now.places()).ties(before, now, known);
    }

    /** What people have confirmed, as far as its places are there. */
    static List<Choice> choices(List<PlacedProvision> before, List<PlacedProvision> now, Collection<StoredTie> known) {
        return new Proposing(before, now).choices(known);
    }

    private static Map<ProvisionId, Choice.At> places(List<PlacedProvision> places) {
        return places.stream()
                .collect(Collectors.toMap(PlacedProvision::id, place -> new Choice.At(place.body(), place.path())));
    }

    private static Map<Choice.At, ProvisionId> ids(Map<ProvisionId, Choice.At> places) {
        Map<Choice.At, ProvisionId> ids = new HashMap<>();
        places.forEach((id, at) -> ids.put(at, id));
        return ids;
    }

    private List<StoredTie> ties(Text before, Text now, Collection<StoredTie> known) {
        List<StoredTie> holding = known.stream().filter(StoredTie::holds).toList();
        Map<Set<ProvisionId>, StoredTie> earlier =
                holding.stream().collect(Collectors.toMap(Proposing::ends, Function.identity(), (one, other) -> one));
        return Alignments.of(before.outline(), now.outline(), choices(holding)).ties().stream()
                .map(this::stored)
                .map(tie -> tie.as(Optional.ofNullable(earlier.get(ends(tie)))))
                .toList();
    }

    private static Set<ProvisionId> ends(StoredTie tie) {
        return Stream.concat(tie.before().stream(), tie.after().stream()).collect(Collectors.toSet());
    }

    private List<Choice> choices(Collection<StoredTie> known) {
        return known.stream()
                .filter(tie -> tie.state() == StoredTie.State.CONFIRMED)
                .flatMap(this::choice)
                .toList();
    }

    private Stream<Choice> choice(StoredTie tie) {
        boolean whole = old.keySet().containsAll(tie.before()) && fresh.keySet().containsAll(tie.after());
        return whole
                ? Stream.of(new Choice(
                        tie.before().stream().map(old::get).toList(),
                        tie.after().stream().map(fresh::get).toList()))
                : Stream.empty();
    }

    private StoredTie stored(Tie tie) {
        return new StoredTie(
                TieId.next(),
                tie.kind(),
                ids(tie.before(), oldIds),
                ids(tie.after(), freshIds),
                tie.main() == null
                        ? null
                        : new StoredTie.Pair(
                                id(tie.main().before(), oldIds), id(tie.main().after(), freshIds)),
                tie.similarity(),
                tie.editorialOnly(),
                tie.evidence(),
                StoredTie.State.PROPOSED,
                null);
    }

    private static List<ProvisionId> ids(List<TiedPlace> places, Map<Choice.At, ProvisionId> ids) {
        return places.stream().map(place -> id(place, ids)).toList();
    }

    private static ProvisionId id(TiedPlace place, Map<Choice.At, ProvisionId> ids) {
        return Objects.requireNonNull(
                ids.get(new Choice.At(place.body(), place.path())), () -> "no place for " + place.path());
    }
}
