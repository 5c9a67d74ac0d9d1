package vn.gopy.consultation;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;

/** How many sent opinions there are in dossiers, of those that the asker may see. */
@Service
public class OpinionCounts {

    private final OpinionCountQuery query;
    private final Clock clock;

    OpinionCounts(OpinionCountQuery query, Clock clock) {
        this.query = query;
        this.clock = clock;
    }

    /** Sent opinions of each dossier; a dossier without any is left out. */
    @Transactional(readOnly = true)
    public Map<DossierId, Integer> of(Person asker, Collection<DossierId> dossiers) {
        return query.count(asker, dossiers, clock.instant());
    }
}
