package vn.gopy.draft;

import java.util.Collection;
import java.util.Map;
import vn.gopy.account.Person;

/** How many opinions there are in dossiers: the room of opinions tells it. */
public interface OpinionTotals {

    /** Opinions of each dossier that the asker may know of; a dossier without any is left out. */
    Map<DossierId, Integer> of(Person asker, Collection<DossierId> dossiers);
}
