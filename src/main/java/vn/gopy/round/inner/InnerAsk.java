package vn.gopy.round.inner;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.gopy.account.PersonId;
import vn.gopy.round.InviteeId;
import vn.gopy.round.RoundId;

/**
 * One of the people of a unit who is asked before the unit answers.
 *
 * @param version as it was read; an answer to another one is refused
 * @param name of who is asked, with salutation; {@code askedBy} of who asks
 * @param question may be empty
 * @param answer empty while nothing is said
 */
public record InnerAsk(
        UUID id,
        int version,
        RoundId round,
        InviteeId invitee,
        PersonId person,
        String name,
        String question,
        String askedBy,
        Instant askedAt,
        String answer,
        Optional<Instant> answeredAt) {

    /** Whether nothing is said yet. */
    public boolean waits() {
        return answeredAt.isEmpty();
    }
}
