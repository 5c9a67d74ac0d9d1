package vn.gopy.draft;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import vn.gopy.account.Person;

/** Until when opinions on dossiers are asked for: the room of rounds tells it. */
public interface RunningRounds {

    /** When the round closes that is open about each of the dossiers now; a dossier without any is left out. */
    Map<DossierId, Instant> closing(Person asker, Collection<DossierId> dossiers);

    /** Whether a round about any draft of the dossier is open or is to open. */
    boolean areUnderWay(DossierId dossier);
}
