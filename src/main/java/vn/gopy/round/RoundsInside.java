package vn.gopy.round;

import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.draft.DossierId;

/** What belongs to rounds whoever asks, for the product's own work: asks for no right. */
@NamedInterface("inside")
@Service
public class RoundsInside {

    private final RoundRepository repository;

    RoundsInside(RoundRepository repository) {
        this.repository = repository;
    }

    /** The dossiers of the round's drafts. */
    @Transactional(readOnly = true)
    public List<DossierId> dossiers(RoundId round) {
        return repository.dossiers(round);
    }
}
