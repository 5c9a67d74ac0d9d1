package vn.gopy.draft.inside;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.gopy.account.Person;

/**
 * What a room keeps in dossiers and people find by its words: the room hands it to the search, which reads no other room's
 * tables. One of each {@link FoundKind}; each call runs a number of statements that does not grow with the things, but for
 * the texts of versions.
 */
public interface FoundSource {

    /** What it is the source of. */
    FoundKind kind();

    /** The things in the dossiers. */
    List<UUID> in(Collection<UUID> dossiers);

    /** The next things of the whole database in order of their ids, so many at most. */
    List<UUID> after(UUID id, int most);

    /** The dossiers whose readers of such things changed by the mere passing of time. */
    default List<UUID> dossiersTurned(Instant after, Instant until) {
        return List.of();
    }

    /** The texts of the things as they are now, whoever may read them; a thing that is gone or not to be found has none. */
    List<FoundText> texts(Collection<UUID> things, Instant now);

    /** Those of the texts that the person may read now. */
    List<FoundPlace> readable(Collection<UUID> texts, Person asker, Instant now);
}
