package vn.gopy.round;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Refusal;

/**
 * The round under which words fall: on a version its latest that has opened, on a whole dossier the dossier's latest one
 * that is not locked. For rooms that have asked already who may speak there. What is held can be neither closed nor locked
 * before the transaction ends.
 */
@NamedInterface("inside")
@Component
public class RulingRounds {

    private final RoundRepository rounds;
    private final ReplyRepository invitations;

    RulingRounds(RoundRepository rounds, ReplyRepository invitations) {
        this.rounds = rounds;
        this.invitations = invitations;
    }

    /** The one that rules on the version; nobody waits for who asks. */
    public Optional<Round> on(VersionId version, Instant now) {
        return rounds.rulingForReading(version, now);
    }

    /** The one that rules on the whole dossier; nobody waits for who asks. */
    public Optional<Round> on(DossierId dossier, Instant now) {
        return latestUnlocked(rounds.openedOnForReading(dossier, now));
    }

    /** The one that rules on the version, held. */
    public Optional<Round> held(VersionId version, Instant now) {
        return rounds.ruling(version, now);
    }

    /** The one that rules on the whole dossier, held. */
    public Optional<Round> held(DossierId dossier, Instant now) {
        return latestUnlocked(rounds.openedOn(dossier, now));
    }

    /** Refuses once the round is locked; else it is held. */
    public void requireUnlocked(RoundId id) {
        rounds.locked(id, false).orElseThrow(Refusal::notFound).requireUnlocked();
    }

    /** The invitation to the round under which the unit's words fall, or without a unit those of the person. */
    public Optional<Invitee> invitation(RoundId round, PersonId person, @Nullable UnitId unit) {
        return unit == null
                ? invitations.invitation(round, person, List.of())
                : invitations.invitation(round, null, List.of(unit));
    }

    /** Where all rounds are locked the latest, by which what is said is refused. */
    private static Optional<Round> latestUnlocked(List<Round> latestFirst) {
        return latestFirst.stream()
                .filter(round -> round.lockedAt() == null && round.announcedAt() == null)
                .findFirst()
                .or(() -> latestFirst.stream().findFirst());
    }
}
