package vn.gopy.round;

import java.time.Instant;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DossierAccess;
import vn.gopy.shared.SqlParameters;

/**
 * Who reads what an invitee answers: as one piece of SQL for questions that start in the database, and the same rule in
 * Java for replies that are loaded. What is in preparation is the unit's or person's alone, or the secretariat's where it
 * enters a letter; what is sent the secretariat reads at once and the chair once the round has closed.
 */
public final class ReplyAccess {

    /** True for a reply {@code rp} of an invitee {@code i} in a round {@code r} whose words the asker may read. */
    public static final String READABLE = """
            (:readsContent AND (i.unit_id = ANY (:units::uuid[])
             OR EXISTS (SELECT FROM reply_for rf JOIN invitee own ON own.id = rf.invitee_id
                        WHERE rf.reply_id = rp.id AND own.person_id = :asker)
             OR (:secretariat AND (rp.state IN ('SENT', 'REPLACED') OR rp.entered_by IS NOT NULL))
             OR (:chair AND rp.state IN ('SENT', 'REPLACED') AND coalesce(r.closed_at, r.closes_at) <= :now)))""";

    private ReplyAccess() {}

    /** The parameters of this condition and of {@link DossierAccess}. */
    public static SqlParameters parameters(Person asker, Instant now) {
        return DossierAccess.parameters(asker, now).and("chair", asker.is(Role.CHAIR));
    }

    /** The condition {@link #READABLE} for a reply that is loaded. */
    static boolean readable(Person asker, Round round, Invitee invitee, Reply reply, Instant now) {
        if (!asker.readsContent()) {
            return false;
        }
        return own(asker, invitee)
                || (asker.is(Role.SECRETARIAT) && (reply.isSent() || reply.isEntered()))
                || (asker.is(Role.CHAIR) && reply.isSent() && !now.isBefore(round.closes()));
    }

    /** Whether the person is asked, or belongs to the unit that is. */
    public static boolean own(Person asker, Invitee invitee) {
        return asker.id().equals(invitee.person())
                || (invitee.unit() != null && asker.units().contains(invitee.unit()));
    }

    /** Whether the person learns no more than the totals of what others answer: the chair, while answers still come in. */
    public static boolean totalsOnly(Person asker, Round round, Instant now) {
        return asker.is(Role.CHAIR) && !asker.is(Role.SECRETARIAT) && now.isBefore(round.closes());
    }

    /** Whether the person is told of all who are asked; others learn of themselves and their units. */
    public static boolean seesAll(Person asker) {
        return asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR);
    }

    /** The invitee as far as the person may know of it. */
    static Invitee seen(Person asker, Round round, Invitee invitee, Instant now) {
        if (totalsOnly(asker, round, now) && !own(asker, invitee)) {
            return invitee.withoutAnswer();
        }
        return seesOpening(asker) ? invitee : invitee.withoutOpening();
    }

    /** Whether the person is told who has opened the drafts, and whose reply waits for its head: the secretariat alone. */
    public static boolean seesOpening(Person asker) {
        return asker.is(Role.SECRETARIAT);
    }
}
