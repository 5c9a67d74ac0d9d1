package vn.gopy.round.running;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.gopy.round.InviteeId;
import vn.gopy.round.RoundId;

/**
 * Xin gia hạn: that one who is asked wants more time, and what became of it.
 *
 * @param version as it was read; a decision about another one is refused
 * @param until the deadline that is asked for
 * @param askedBy name of who asked, with salutation
 */
public record TimeRequest(
        UUID id,
        int version,
        RoundId round,
        InviteeId invitee,
        Instant until,
        String reason,
        String askedBy,
        Instant askedAt,
        Optional<Decision> decision) {

    /**
     * What the secretariat has decided.
     *
     * @param granted the deadline that was given; empty where none was
     * @param answer why not; may be empty where it was granted
     */
    public record Decision(Optional<Instant> granted, String answer, Instant at) {}

    /** Whether nothing is decided yet. */
    public boolean waits() {
        return decision.isEmpty();
    }
}
