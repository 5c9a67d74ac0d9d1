package vn.gopy.opinion;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.OpinionTotals;
import vn.gopy.round.figures.OpinionSpread;

/**
 * How many opinions there are in dossiers. Who is told the sums of rounds is told here what the rounds have counted, and
 * what was sent outside them; whoever is not, the sent opinions that the person may see.
 */
@Service
public class OpinionCounts implements OpinionTotals {

    private final OpinionCountQuery query;
    private final OpinionSpread spread;
    private final Clock clock;

    OpinionCounts(OpinionCountQuery query, OpinionSpread spread, Clock clock) {
        this.query = query;
        this.spread = spread;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<DossierId, Integer> of(Person asker, Collection<DossierId> dossiers) {
        Optional<Map<DossierId, Integer>> counted = spread.byDossier(asker, dossiers);
        Map<DossierId, Integer> opinions =
                new HashMap<>(query.count(asker, dossiers, counted.isPresent(), clock.instant()));
        counted.ifPresent(rounds -> rounds.forEach((dossier, points) -> opinions.merge(dossier, points, Integer::sum)));
        return opinions;
    }
}
