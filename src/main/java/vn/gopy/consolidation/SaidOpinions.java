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
import vn.gopy.draft.PlaceWords;
import vn.gopy.round.Invitee;
import vn.gopy.round.PlaceNames;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.figures.OpinionFigures;
import vn.gopy.round.figures.OutcomeFigures;

/** What became of the points of a round, and what each of those asked has said: for whoever may list the points. */
@Service
class SaidOpinions implements OpinionFigures {

    private static final int MOST = 100;

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

    private static Said said(Point point, PlaceNames.Reading places) {
        var place = Optional.ofNullable(point.versionId())
                .map(version -> places.of(
                        version,
                        point.mainPlace().map(Point.PointPlace::provision).orElse(null)));
        return new Said(
                place.map(PlaceNames.Place::name).orElse(PlaceWords.GENERAL),
                place.map(PlaceNames.Place::path).orElse(""),
                point.text(),
                point.replacement());
    }
}
