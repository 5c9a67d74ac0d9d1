package vn.gopy.opinion;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.UnitId;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Capacity;
import vn.gopy.round.Invitee;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.RulingRounds;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Refusal;

/**
 * Under which round an opinion falls, and what it becomes by that when it is sent: on a version its latest round that has
 * opened, on a whole dossier the dossier's latest one that is not locked.
 */
@Component
class Rulings {

    private final RulingRounds rounds;

    Rulings(RulingRounds rounds) {
        this.rounds = rounds;
    }

    /**
     * A unit's opinions and the chair's words stay sealed in every mode; else the round that rules decides, and before
     * there is one the dossier. Nobody waits for the one who asks.
     *
     * @param before the discussion of the dossier, asked where there is no round
     */
    Visibility visibility(
            Person asker,
            Capacity capacity,
            DossierId dossier,
            @Nullable VersionId version,
            Instant now,
            Supplier<Discussion> before) {
        return sealed(asker, capacity)
                ? Visibility.SEALED
                : visibility(version == null ? rounds.on(dossier, now) : rounds.on(version, now), before);
    }

    /** The round that rules on the version; nobody waits for the one who asks. */
    Optional<Round> onVersion(VersionId version, Instant now) {
        return rounds.on(version, now);
    }

    private static boolean sealed(Person asker, Capacity capacity) {
        return capacity != Capacity.OWN || asker.is(Role.CHAIR);
    }

    private static Visibility visibility(Optional<Round> ruling, Supplier<Discussion> before) {
        return ruling.map(Round::visibility).orElseGet(() -> Visibility.of(before.get()));
    }

    /** Refuses once the round is locked; it is not locked before the transaction ends. */
    void requireUnlocked(RoundId id) {
        rounds.requireUnlocked(id);
    }

    /** What is received at one moment. The rounds looked at can be neither closed nor locked until the transaction ends. */
    Receipt receipt(Instant received) {
        return new Receipt(received);
    }

    /** Who is asked in a round, when words of the person fall under it. */
    private record Asked(
            RoundId round, PersonId person, @Nullable UnitId unit) {}

    /** Opinions received at one moment, rounds and invitations read once for all of them. */
    final class Receipt {

        private final Instant received;
        private final Map<VersionId, Optional<Round>> ofVersions = new HashMap<>();
        private final Map<DossierId, Optional<Round>> ofDossiers = new HashMap<>();
        private final Map<Asked, Optional<Invitee>> invitations = new HashMap<>();

        private Receipt(Instant received) {
            this.received = received;
        }

        /** Looks at the rounds of these opinions: to be called before the opinions themselves are locked. */
        void lookAhead(List<Comment> drafts) {
            drafts.forEach(this::ruling);
        }

        /** As {@link Rulings#visibility} says, by the round that is held. */
        Visibility visibility(
                Person asker,
                Capacity capacity,
                DossierId dossier,
                @Nullable VersionId version,
                Supplier<Discussion> before) {
            return sealed(asker, capacity) ? Visibility.SEALED : Rulings.visibility(ruling(dossier, version), before);
        }

        /** The opinion as it counts from now on. */
        Comment sent(Person asker, Comment draft) {
            return ruling(draft)
                    .map(round -> sentIn(round, asker, draft))
                    .orElseGet(() -> draft.sent(null, draft.visibility(), false, received));
        }

        /** The same in a round that is held already; on a whole dossier in the one that rules there. */
        Comment sentWith(Round round, Person asker, Comment draft) {
            return draft.versionId() == null ? sent(asker, draft) : sentIn(round, asker, draft);
        }

        private Optional<Round> ruling(Comment draft) {
            return ruling(draft.dossierId(), draft.versionId());
        }

        private Optional<Round> ruling(DossierId dossier, @Nullable VersionId version) {
            return version == null
                    ? ofDossiers.computeIfAbsent(dossier, id -> rounds.held(id, received))
                    : ofVersions.computeIfAbsent(version, id -> rounds.held(id, received));
        }

        private Comment sentIn(Round round, Person asker, Comment draft) {
            Optional<Invitee> invitation =
                    invitation(round, asker, draft.author().unit());
            switch (round.state(received)) {
                case LOCKED, ANNOUNCED -> throw Refusal.conflict("ROUND_LOCKED");
                case CLOSED -> {
                    if (invitation.isEmpty() && !asker.is(Role.SECRETARIAT)) {
                        throw Refusal.conflict("ROUND_CLOSED");
                    }
                }
                case PREPARING, OPEN -> {
                    // taken as it comes
                }
            }
            boolean late =
                    invitation.map(invitee -> round.late(invitee, received)).orElse(!received.isBefore(round.closes()));
            return draft.sent(round.id(), narrower(draft.visibility(), round.visibility()), late, received);
        }

        private Optional<Invitee> invitation(Round round, Person asker, @Nullable UnitId unit) {
            return invitations.computeIfAbsent(
                    new Asked(round.id(), asker.id(), unit),
                    asked -> rounds.invitation(asked.round(), asked.person(), asked.unit()));
        }
    }

    private static Visibility narrower(Visibility one, Visibility other) {
        return one == Visibility.GROUP && other == Visibility.GROUP ? Visibility.GROUP : Visibility.SEALED;
    }
}
