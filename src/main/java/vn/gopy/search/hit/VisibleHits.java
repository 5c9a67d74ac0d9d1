package vn.gopy.search.hit;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.inside.FoundKind;
import vn.gopy.draft.inside.FoundPlace;
import vn.gopy.draft.inside.FoundSource;
import vn.gopy.draft.inside.PlaceQuery;
import vn.gopy.draft.inside.PlaceQuery.Step;
import vn.gopy.opinion.CommentId;
import vn.gopy.search.HitType;
import vn.gopy.search.Passage;
import vn.gopy.search.SearchHit;
import vn.gopy.search.engine.EngineAnswer.Found;

/**
 * The one way from an id that the index gave to words on a screen: the room that keeps it is asked whether the asker may
 * see it now, and only then its words are read.
 */
@Component
public class VisibleHits {

    private final Map<FoundKind, FoundSource> sources = new EnumMap<>(FoundKind.class);
    private final PlaceQuery places;
    private final Dossiers dossiers;
    private final KnownSets known;

    VisibleHits(List<FoundSource> sources, PlaceQuery places, Dossiers dossiers) {
        sources.forEach(source -> this.sources.put(source.kind(), source));
        this.places = places;
        this.dossiers = dossiers;
        this.known = new KnownSets(dossiers);
    }

    /** The dossiers that the asker may read now. */
    public Set<String> dossiers(Person asker) {
        return known.of(asker);
    }

    /** Those of the asker's last search; to be held for nothing unless {@link #dossiers} gives the very same set. */
    public Optional<Set<String>> latestDossiers(Person asker) {
        return known.latest(asker);
    }

    /**
     * The names of dossiers.
     *
     * @param ids of what is known to be readable: some of {@link #dossiers}, asked for in the same transaction
     */
    public Map<String, String> titles(Collection<String> ids) {
        List<DossierId> wanted =
                ids.stream().map(UUID::fromString).map(DossierId::new).toList();
        return dossiers.titles(wanted).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
    }

    /** Where those of the hits stand that the asker may see at this moment. */
    public Map<String, FoundPlace> of(Collection<String> ids, Person asker, Instant now) {
        Map<FoundKind, Map<UUID, String>> byKind = new EnumMap<>(FoundKind.class);
        ids.forEach(id ->
                byKind.computeIfAbsent(type(id).kind(), none -> new HashMap<>()).put(uuid(id), id));
        Map<String, FoundPlace> visible = new HashMap<>();
        byKind.forEach((kind, some) -> Objects.requireNonNull(sources.get(kind))
                .readable(some.keySet(), asker, now)
                .forEach(place -> visible.put(Objects.requireNonNull(some.get(place.id())), place)));
        return visible;
    }

    /** What is shown of them, in the order found; what is hidden or has left the index is missing. */
    public List<SearchHit> shown(
            List<Found> found, Person asker, Instant now, Function<List<String>, List<Passage>> passagesOf) {
        return List.copyOf(byId(found, asker, now, passagesOf).values());
    }

    /** The same under the ids, by as many statements for many lists together as for one. */
    public Map<String, SearchHit> byId(
            List<Found> found, Person asker, Instant now, Function<List<String>, List<Passage>> passagesOf) {
        Map<String, FoundPlace> visible = of(found.stream().map(Found::id).toList(), asker, now);
        List<String> allowed =
                found.stream().map(Found::id).filter(visible::containsKey).toList();
        Map<String, Passage> passages =
                passagesOf.apply(allowed).stream().collect(Collectors.toMap(Passage::id, passage -> passage));
        Map<UUID, List<Step>> ways = places.ways(places(visible, passages.values()));
        Map<String, SearchHit> shown = new LinkedHashMap<>();
        found.stream().filter(hit -> passages.containsKey(hit.id())).forEach(hit -> {
            FoundPlace place = Objects.requireNonNull(visible.get(hit.id()));
            shown.put(hit.id(), hit(hit, place, Objects.requireNonNull(passages.get(hit.id())), ways));
        });
        return shown;
    }

    private static Set<UUID> places(Map<String, FoundPlace> visible, Collection<Passage> passages) {
        Set<UUID> places = new HashSet<>();
        passages.forEach(passage -> Optional.ofNullable(
                        place(Objects.requireNonNull(visible.get(passage.id())), passage))
                .ifPresent(places::add));
        return places;
    }

    /** The smallest place where there is one, else the place that the whole hit is about. */
    private static @Nullable UUID place(FoundPlace row, Passage passage) {
        return passage.ref() == null ? row.provisionId() : UUID.fromString(passage.ref());
    }

    private static SearchHit hit(Found found, FoundPlace row, Passage passage, Map<UUID, List<Step>> ways) {
        UUID place = place(row, passage);
        List<Step> way = place == null ? List.of() : ways.getOrDefault(place, List.of());
        return new SearchHit(
                type(found.id()),
                new DossierId(row.dossierId()),
                row.dossierTitle(),
                row.versionId() == null ? null : new VersionId(row.versionId()),
                row.version(),
                place == null ? null : new ProvisionId(place),
                row.commentId() == null ? null : new CommentId(row.commentId()),
                way.isEmpty() ? null : way.getLast().path(),
                way.isEmpty() ? null : Way.anchor(way),
                way.isEmpty() ? null : Way.citation(way),
                Way.steps(way),
                row.state(),
                passage.title(),
                passage.snippet(),
                found.score());
    }

    private static HitType type(String id) {
        return HitType.valueOf(id.substring(0, id.indexOf(':')));
    }

    private static UUID uuid(String id) {
        return UUID.fromString(id.substring(id.indexOf(':') + 1));
    }
}
