package vn.gopy.opinion;

import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.round.Capacity;
import vn.gopy.shared.Refusal;

/**
 * For whom a person may speak. In one's own name speak members, advisers, the secretariat, the chair, the owner of the
 * dossier and those invited to it by name; whoever reads it only as somebody of a unit speaks for that unit, whose head
 * lets the words go.
 */
@Service
public class Capacities {

    private final Dossiers dossiers;

    Capacities(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /** Whether the person may speak in the own name about the dossier. */
    @Transactional(readOnly = true)
    public boolean inOwnName(Person asker, DossierId dossier) {
        return asker.is(Role.MEMBER)
                || asker.is(Role.ADVISER)
                || asker.is(Role.SECRETARIAT)
                || asker.is(Role.CHAIR)
                || dossiers.names(asker, dossier);
    }

    /** Refuses a capacity that holds the person's own name where the person has none to give. */
    void require(Person asker, Capacity capacity, DossierId dossier) {
        if (capacity != Capacity.UNIT && !inOwnName(asker, dossier)) {
            throw Refusal.forbidden("OWN_NOT_ALLOWED");
        }
    }

    /** The same for opinions that their author lets go; a unit's drafts are their head's to send, whoever wrote them. */
    void require(Person asker, Collection<Comment> leaving) {
        leaving.stream()
                .filter(comment -> comment.state() == CommentState.UNSENT && comment.capacity() != Capacity.UNIT)
                .map(Comment::dossierId)
                .distinct()
                .forEach(dossier -> require(asker, Capacity.OWN, dossier));
    }
}
