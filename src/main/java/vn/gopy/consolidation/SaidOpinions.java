package vn.gopy.consolidation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.consultation.Invitee;
import vn.gopy.consultation.Round;
import vn.gopy.consultation.RoundId;
import vn.gopy.consultation.Rounds;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Outline;

/** What each of those asked in a round has said, for the board: for whoever may list the points of the round. */
@Service
public class SaidOpinions {

    private static final int MOST = 100;

    private final PointQuery query;
    private final Rounds rounds;
    private final Drafts drafts;
    private final Clock clock;

    SaidOpinions(PointQuery query, Rounds rounds, Drafts drafts, Clock clock) {
        this.query = query;
        this.rounds = rounds;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * One opinion.
     *
     * @param place "Khoản 2 Điều 7 Quy chế"; the body is named where the draft has several
     * @param path the address of the place in the text
     */
    public record Said(
            String place,
            String path,
            String words,
            @Nullable String proposal,
            @Nullable Outcome outcome) {}

    /** How many opinions each has, by unit or person; empty for whoever may not list them. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> counts(Person asker, RoundId id) {
        Round round = rounds.get(asker, id);
        Instant now = clock.instant();
        return PointAccess.lists(asker, round, now) ? query.perAuthor(id, asker, now) : Map.of();
    }

    /** The key of an invitee in {@link #counts}. */
    public static UUID author(Invitee invitee) {
        return invitee.unit() == null
                ? invitee.person().value()
                : invitee.unit().value();
    }

    /** The opinions of one invitee in the order of the text, a hundred at most; none for whoever may not list them. */
    @Transactional(readOnly = true)
    public List<Said> of(Person asker, Invitee invitee) {
        Round round = rounds.get(asker, invitee.roundId());
        Instant now = clock.instant();
        if (!PointAccess.lists(asker, round, now)) {
            return List.of();
        }
        Map<VersionId, Text> texts = new HashMap<>();
        return query.saidBy(round.id(), author(invitee), MOST, asker, now).stream()
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
                point.replacement(),
                point.outcome());
    }

    private Text text(VersionId id) {
        List<PlacedProvision> places = drafts.anyProvisions(id);
        return new Text(drafts.any(id).orElseThrow(), drafts.anyOutline(id).orElseThrow(), new PlaceWords(places));
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
            String text = "/ho-so/" + version.dossierId() + "/du-thao/" + version.ordinal();
            return text
                    + place(point)
                            .map(place -> "#" + (place.body().isEmpty() ? "" : place.body() + "/") + place.path())
                            .orElse("#y-kien-chung");
        }
    }
}
