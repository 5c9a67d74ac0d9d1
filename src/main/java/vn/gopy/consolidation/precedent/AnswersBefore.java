package vn.gopy.consolidation.precedent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.proposal.Nearest;
import vn.gopy.draft.VersionId;
import vn.gopy.round.PlaceNames;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Refusal;

/**
 * Đã trả lời tương tự: how opinions that are alike were answered, in this round and in others that the asker may read, best first,
 * the number of the clause adapted.
 */
@Service
public class AnswersBefore {

    /** So many of the latest answers are looked through, whatever there is. */
    private static final int LOOKED_THROUGH = 1_000;

    private static final int SHOWN = 3;

    private final PrecedentQuery query;
    private final Rounds rounds;
    private final PlaceNames names;
    private final Clock clock;

    AnswersBefore(PrecedentQuery query, Rounds rounds, PlaceNames names, Clock clock) {
        this.query = query;
        this.rounds = rounds;
        this.names = names;
        this.clock = clock;
    }

    /**
     * An answer that was given to something alike.
     *
     * @param said the opinion that was answered so, at its beginning
     * @param answer as it can be used for the point that was asked about
     * @param round title of the round in which it was given
     */
    public record Similar(String said, String answer, Outcome outcome, String round) {}

    /** The answers for the point, none where nothing is alike; for the secretariat. */
    @Transactional(readOnly = true)
    public List<Similar> to(Person asker, Point point) {
        rounds.get(asker, point.roundId());
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
        if (point.text().isBlank()) {
            return List.of();
        }
        List<PrecedentQuery.Answered> given = query.latest(asker, clock.instant(), point.groupId(), LOOKED_THROUGH);
        PlaceNames.Reading reading = names.reading();
        List<Similar> found = new ArrayList<>();
        for (Nearest.Near near : Nearest.of(
                point.text(), given.stream().map(PrecedentQuery.Answered::text).toList(), LOOKED_THROUGH)) {
            Similar similar = similar(given.get(near.position()), point, reading);
            if (found.stream().noneMatch(one -> one.answer().equals(similar.answer()))) {
                found.add(similar);
            }
            if (found.size() == SHOWN) {
                break;
            }
        }
        return List.copyOf(found);
    }

    private static Similar similar(PrecedentQuery.Answered given, Point point, PlaceNames.Reading reading) {
        String answer = given.answer();
        VersionId draft = point.versionId();
        if (given.draft() != null && given.place() != null && draft != null) {
            String before = reading.of(given.draft(), given.place()).name();
            String now = point.mainPlace()
                    .map(place -> reading.of(draft, place.provision()).name())
                    .orElse(before);
            answer = AdaptedWords.of(answer, before, now);
        }
        return new Similar(given.text(), answer, given.outcome(), given.round());
    }
}
