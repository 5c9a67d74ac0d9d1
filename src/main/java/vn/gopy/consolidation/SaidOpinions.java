package vn.gopy.consolidation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.PlaceWords;
import vn.gopy.round.AnsweringOpinions;
import vn.gopy.round.Invitee;
import vn.gopy.round.PlaceNames;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.figures.EnteredOpinions;
import vn.gopy.round.figures.EscalatedOpinions;
import vn.gopy.round.figures.OpinionFigures;
import vn.gopy.round.figures.OutcomeFigures;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Limits;

/**
 * What became of the points of a round, and what each of those asked has said: for whoever may list the points; what was
 * entered for them, for themselves; and on what the chair is asked.
 */
@Service
class SaidOpinions implements OpinionFigures, EnteredOpinions, EscalatedOpinions {

    private static final int MOST = 100;
    private static final int MOST_ROUNDS = 20;

    private final Points points;
    private final PointQuery query;
    private final Rounds rounds;
    private final PlaceNames names;
    private final Clock clock;

    SaidOpinions(Points points, PointQuery query, Rounds rounds, PlaceNames names, Clock clock) {
        this.points = points;
        this.query = query;
        this.rounds = rounds;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public OutcomeFigures figures(Person asker, RoundId round) {
        return points.figures(asker, round);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Integer> counts(Person asker, RoundId id) {
        Round round = rounds.get(asker, id);
        Instant now = clock.instant();
        return PointAccess.lists(asker, round, now) ? query.perAuthor(id, asker, now) : Map.of();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Said> of(Person asker, Invitee invitee) {
        Round round = rounds.get(asker, invitee.roundId());
        Instant now = clock.instant();
        if (!PointAccess.lists(asker, round, now)) {
            return List.of();
        }
        PlaceNames.Reading places = names.reading();
        return query.saidBy(round.id(), invitee.who(), MOST, asker, now).stream()
                .map(point -> said(point, places))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<AnsweringOpinions.Said> of(Person asker, Round round, Invitee invitee) {
        PlaceNames.Reading places = names.reading();
        return query.ownOnPaper(round.id(), invitee.who(), Limits.LIST, asker, clock.instant()).stream()
                .map(point -> entered(point, round, places))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Escalated> of(Person asker) {
        return asker.is(Role.CHAIR) ? query.escalated(asker, MOST_ROUNDS, clock.instant()) : List.of();
    }

    private static AnsweringOpinions.Said entered(Point point, Round round, PlaceNames.Reading places) {
        Optional<PlaceNames.Place> place = place(point, places);
        return new AnsweringOpinions.Said(
                point.id().value(),
                point.versionId(),
                place.map(PlaceNames.Place::name).orElse(PlaceWords.GENERAL),
                place.map(PlaceNames.Place::path).orElseGet(() -> Addresses.round(round.id())),
                "",
                point.text(),
                point.replacement(),
                point.sourceRef(),
                AnsweringOpinions.Stage.ENTERED);
    }

    private static Optional<PlaceNames.Place> place(Point point, PlaceNames.Reading places) {
        return Optional.ofNullable(point.versionId())
                .map(version -> places.of(
                        version,
                        point.mainPlace().map(Point.PointPlace::provision).orElse(null)));
    }

    private static Said said(Point point, PlaceNames.Reading places) {
        Optional<PlaceNames.Place> place = place(point, places);
        return new Said(
                place.map(PlaceNames.Place::name).orElse(PlaceWords.GENERAL),
                place.map(PlaceNames.Place::path).orElse(""),
                point.text(),
                point.replacement());
    }
}
