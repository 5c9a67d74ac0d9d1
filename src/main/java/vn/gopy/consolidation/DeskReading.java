package vn.gopy.consolidation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.PlaceNames;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/**
 * What the desk shows of a round, part by part, so that it costs as much with ten thousand points as with ten: the places with
 * their counts, the groups of one place, the points of some groups. For the secretariat.
 */
@Service
public class DeskReading {

    /** Which points of a round are shown. */
    public enum Filter {
        ALL,
        /** What the person, or a unit of theirs, is to answer. */
        MINE,
        /** What somebody else has answered and nobody has checked since. */
        TO_CHECK
    }

    private final PlaceCountQuery query;
    private final PointQuery points;
    private final PointRepository repository;
    private final Drafts drafts;
    private final Rounds rounds;
    private final PlaceNames names;
    private final Clock clock;

    DeskReading(
            PlaceCountQuery query,
            PointQuery points,
            PointRepository repository,
            Drafts drafts,
            Rounds rounds,
            PlaceNames names,
            Clock clock) {
        this.query = query;
        this.points = points;
        this.repository = repository;
        this.drafts = drafts;
        this.rounds = rounds;
        this.names = names;
        this.clock = clock;
    }

    /**
     * All places with points, in table order; every point has its number from then on.
     */
    @Transactional
    public List<DeskPlace> places(Person asker, Round round, Filter filter) {
        require(asker, round.id());
        if (repository.hasToNumber(round.id())) {
            repository.number(round.id());
        }
        Map<VersionId, Rounds.DraftPlace> codes = round.drafts().size() > 1
                ? rounds.places(asker, round.drafts())
                : Map.<VersionId, Rounds.DraftPlace>of();
        PlaceNames.Reading reading = names.reading();
        return query.places(round.id(), asker, filter).stream()
                .map(one -> {
                    VersionId draft = one.key().draft();
                    Rounds.DraftPlace code = draft == null ? null : codes.get(draft);
                    return new DeskPlace(
                            one.key(),
                            code == null ? "" : code.heading(),
                            draft == null
                                    ? PlaceWords.GENERAL
                                    : reading.of(draft, one.key().provision()).name(),
                            one.groups(),
                            one.points(),
                            one.open());
                })
                .toList();
    }

    /** The groups that stand at a place, in table order. */
    @Transactional(readOnly = true)
    public List<DeskPlace.Group> groups(Person asker, RoundId round, DeskPlace.Key place, Filter filter) {
        require(asker, round);
        return query.groups(round, place, asker, filter);
    }

    /** The group in which a point stands now; empty for one that was taken out. */
    @Transactional(readOnly = true)
    public Optional<GroupId> groupOf(Person asker, RoundId round, PointId point) {
        require(asker, round);
        return repository.whereabouts(point).map(PointRepository.Whereabouts::groupId);
    }

    /** Where a group stands now; empty for one that has no points any more. */
    @Transactional(readOnly = true)
    public Optional<DeskPlace.Key> placeOf(Person asker, RoundId round, GroupId group) {
        require(asker, round);
        return query.placeOf(round, group);
    }

    /** The points of at most {@value Limits#LIST} groups, group by group. */
    @Transactional(readOnly = true)
    public List<Point> points(Person asker, RoundId round, Collection<GroupId> groups) {
        require(asker, round);
        return points.inOrder(query.pointsOf(round, Limits.list(groups, Limits.LIST)), asker, clock.instant());
    }

    /** The place and all that it stands in, the nearest first, each as a place without counts. */
    @Transactional(readOnly = true)
    public List<DeskPlace> around(Person asker, RoundId round, DeskPlace place) {
        require(asker, round);
        VersionId draft = place.key().draft();
        ProvisionId provision = place.key().provision();
        if (draft == null || provision == null) {
            return List.of(place);
        }
        Map<ProvisionId, PlacedProvision> all =
                drafts.provisions(asker, draft).stream().collect(Collectors.toMap(PlacedProvision::id, one -> one));
        PlaceNames.Reading reading = names.reading();
        return Stream.iterate(
                        all.get(provision),
                        Objects::nonNull,
                        one -> one.parent() == null ? null : all.get(one.parent()))
                .map(one -> new DeskPlace(
                        new DeskPlace.Key(draft, one.id()),
                        place.draft(),
                        reading.of(draft, one.id()).name(),
                        0,
                        0,
                        0))
                .toList();
    }

    /** The words of a place, as the draft has them; empty where it has none of its own. */
    @Transactional(readOnly = true)
    public Optional<String> words(Person asker, DeskPlace.Key place) {
        return Optional.ofNullable(place.provision())
                .map(provision -> drafts.provisions(asker, List.of(provision)))
                .flatMap(found -> found.stream().findFirst())
                .map(PlacedProvision::text)
                .filter(text -> !text.isBlank());
    }

    private void require(Person asker, RoundId round) throws Refusal {
        rounds.get(asker, round);
        Points.requireSecretariat(asker);
    }
}
