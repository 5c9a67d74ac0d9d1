package vn.gopy.consolidation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Outline;
import vn.gopy.round.Invitee;
import vn.gopy.round.OpinionFigures;
import vn.gopy.round.OutcomeFigures;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;

/** What became of the points of a round, and what each of those asked has said: for whoever may list the points. */
@Service
class SaidOpinions implements OpinionFigures {

    private static final int MOST = 100;

    private final Points points;
    private final PointQuery query;
    private final Rounds rounds;
    private final DraftsInside drafts;
    private final Clock clock;

    SaidOpinions(Points points, PointQuery query, Rounds rounds, DraftsInside drafts, Clock clock) {
        this.points = points;
        this.query = query;
        this.rounds = rounds;
        this.drafts = drafts;
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
        Map<VersionId, Text> texts = new HashMap<>();
        return query.saidBy(round.id(), invitee.who(), MOST, asker, now).stream()
                .map(point -> said(
                        point,
                        Optional.ofNullable(point.versionId())
                                .map(version -> texts.computeIfAbsent(version, this::text))))
                .toList();
    }

    private Said said(Point point, Optional<Text> text) {
        return new Said(
                text.map(known -> known.name(point)).orElse(PlaceWords.GENERAL),
                text.map(known -> known.path(point)).orElse(""),
                point.text(),
                point.replacement());
    }

    private Text text(VersionId id) {
        List<PlacedProvision> places = drafts.provisions(id);
        return new Text(drafts.version(id).orElseThrow(), drafts.outline(id).orElseThrow(), new PlaceWords(places));
    }

    private record Text(DraftVersion version, Outline outline, PlaceWords words) {

        private Optional<PlacedProvision> place(Point point) {
            return point.mainPlace().flatMap(place -> words.place(place.provision()));
        }

        private String name(Point point) {
            return place(point)
                    .map(place -> words.of(place) + body(place.body()))
                    .orElse(PlaceWords.GENERAL);
        }

        private String body(String code) {
            return outline.bodies().size() < 2
                    ? ""
                    : outline.bodies().stream()
                            .filter(body -> body.code().equals(code))
                            .findFirst()
                            .map(Body::type)
                            .map(type -> " " + type)
                            .orElse("");
        }

        private String path(Point point) {
            String anchor = place(point)
                    .map(place -> Addresses.anchor(place.body(), place.path()))
                    .orElse(Addresses.WHOLE_DOSSIER);
            return Addresses.place(version.dossierId(), version.ordinal(), anchor);
        }
    }
}
