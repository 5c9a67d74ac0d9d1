package vn.gopy.round;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.RunningRounds;

/** Tells the list of dossiers which of them are asked about now. */
@Component
class DossierDeadlines implements RunningRounds {

    private final Rounds rounds;
    private final RoundRepository repository;
    private final Clock clock;

    DossierDeadlines(Rounds rounds, RoundRepository repository, Clock clock) {
        this.rounds = rounds;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public Map<DossierId, Instant> closing(Person asker, Collection<DossierId> dossiers) {
        return rounds.openOn(asker, dossiers).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, open -> open.getValue().closes()));
    }

    @Override
    public boolean areUnderWay(DossierId dossier) {
        return repository.areUnderWay(dossier, clock.instant());
    }
}
