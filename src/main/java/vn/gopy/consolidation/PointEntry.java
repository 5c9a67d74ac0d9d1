package vn.gopy.consolidation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitId;
import vn.gopy.account.Units;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.PointRepository.NewPlace;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.CommentSent;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/** Makes points: of opinions as they are sent, and of what the secretariat enters. */
@Component
class PointEntry {

    /** The round has new points: not answered, not grouped and not numbered. Published inside the transaction of the change. */
    record PointsMade(RoundId roundId) {}

    private final PointRepository repository;
    private final DraftsInside drafts;
    private final Units units;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PointEntry(
            PointRepository repository,
            DraftsInside drafts,
            Units units,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.drafts = drafts;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /**
     * An opinion that is sent within a round is a point from that moment; a mere "nhất trí" never. One on the whole
     * dossier has no draft and no place.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CommentSent sent) {
        Comment comment = sent.comment();
        if (comment.round() == null || comment.kind() == CommentKind.AGREE) {
            return;
        }
        Point point = point(comment.round(), said(comment), comment.author().unit(), comment, PointId.next());
        List<NewPlace> places = new ArrayList<>();
        Optional.ofNullable(comment.provisionId())
                .ifPresent(main -> places.add(new NewPlace(point.id(), main, true, 1)));
        for (ProvisionId further : sent.places()) {
            places.add(new NewPlace(point.id(), further, false, places.size() + 1));
        }
        repository.addLate(point, places, clock.instant());
        trail.record(Actor.SYSTEM, "POINT_MADE", "POINT", point.id().value());
        events.publishEvent(new PointsMade(point.roundId()));
    }

    private static NewPoint said(Comment comment) {
        return new NewPoint(
                comment.versionId(),
                null,
                comment.author().unit() == null ? comment.author().id() : null,
                comment.kind(),
                comment.text(),
                comment.replacement(),
                SourceKind.COMMENT,
                "",
                List.of(),
                false,
                comment.restricted());
    }

    /** Enters points into the round that is held open for them; their ids stand in the same order. */
    List<PointId> enter(Person asker, Round round, List<NewPoint> wanted) {
        Limits.list(wanted, Limits.BULK);
        Known known = new Known(round);
        List<PointId> ids = inOrder(wanted.size());
        List<Point> points = new ArrayList<>();
        List<NewPlace> places = new ArrayList<>();
        Map<UUID, Change> changes = new LinkedHashMap<>();
        for (int n = 0; n < wanted.size(); n++) {
            NewPoint one = known.checked(wanted.get(n));
            Point point = point(round.id(), one, known.unit(one.unit()), null, ids.get(n));
            points.add(point);
            places.addAll(known.places(one, point.id()));
            changes.put(point.id().value(), Change.created(point.text()));
        }
        repository.add(points, places, clock.instant());
        trail.recordEach(asker.actor(), "POINT_ENTERED", "POINT", changes);
        events.publishEvent(new PointsMade(round.id()));
        return ids;
    }

    /**
     * The places of a point of the round: of its draft, or where it has none, all of one draft of the round.
     *
     * @param main of them, which decides its row; null where they are only related
     * @throws Refusal PLACE_UNKNOWN where a place is no such one
     */
    Placed placed(Round round, Point point, List<ProvisionId> wanted, @Nullable ProvisionId main) {
        List<VersionId> possible = point.versionId() == null ? round.drafts() : List.of(point.versionId());
        VersionId draft = wanted.isEmpty()
                ? point.versionId()
                : possible.stream()
                        .filter(one -> drafts.provisions(one).stream()
                                .map(PlacedProvision::id)
                                .collect(Collectors.toSet())
                                .containsAll(wanted))
                        .findFirst()
                        .orElseThrow(() -> Refusal.unprocessable("PLACE_UNKNOWN"));
        List<NewPlace> places = new ArrayList<>();
        for (ProvisionId place : wanted) {
            places.add(new NewPlace(point.id(), place, place.equals(main), places.size() + 1));
        }
        return new Placed(draft, places);
    }

    /** Where a point is to stand. */
    record Placed(@Nullable VersionId draft, List<NewPlace> places) {}

    /** New ids of which each sorts behind the one before, as points of one moment are numbered by them. */
    private static List<PointId> inOrder(int many) {
        return Stream.generate(PointId::next)
                .limit(many)
                .sorted(Comparator.comparing(PointId::toString))
                .toList();
    }

    private static Point point(
            RoundId round, NewPoint wanted, @Nullable UnitId unit, @Nullable Comment comment, PointId id) {
        return new Point(
                id,
                1,
                round,
                wanted.draft(),
                null,
                GroupId.next(),
                wanted.source(),
                comment == null ? null : comment.id(),
                wanted.sourceRef(),
                unit,
                wanted.person(),
                "",
                wanted.kind(),
                wanted.text(),
                wanted.replacement(),
                null,
                "",
                null,
                null,
                wanted.restricted(),
                "",
                List.of(),
                List.of(),
                null);
    }

    /** What entered points may name: the units, the drafts of the round and their places; each is read once. */
    private final class Known {

        private final Round round;
        private final Map<String, UnitId> byCode = new HashMap<>();
        private final Set<ProvisionId> provisions = new HashSet<>();

        Known(Round round) {
            this.round = round;
            for (Unit unit : units.all()) {
                byCode.put(unit.code(), unit.id());
            }
            round.drafts()
                    .forEach(draft -> drafts.provisions(draft).stream()
                            .map(PlacedProvision::id)
                            .forEach(provisions::add));
        }

        NewPoint checked(NewPoint wanted) {
            if (wanted.draft() != null && !round.drafts().contains(wanted.draft())) {
                throw Refusal.unprocessable("DRAFT_UNKNOWN");
            }
            NewPoint passed = wanted.passed();
            if (!provisions.containsAll(wanted.places())) {
                throw Refusal.unprocessable("PLACE_UNKNOWN");
            }
            return passed;
        }

        @Nullable
        UnitId unit(@Nullable String code) {
            if (code != null && !byCode.containsKey(code)) {
                throw Refusal.unprocessable("UNIT_UNKNOWN", code);
            }
            return code == null ? null : byCode.get(code);
        }

        List<NewPlace> places(NewPoint wanted, PointId point) {
            List<NewPlace> places = new ArrayList<>();
            for (ProvisionId place : new LinkedHashSet<>(wanted.places())) {
                places.add(new NewPlace(point, place, places.isEmpty() && !wanted.general(), places.size() + 1));
            }
            return places;
        }
    }
}
