package vn.gopy.round;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.UnitId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Refusal;

/**
 * A consultation round (đợt lấy ý kiến) about one or several drafts.
 *
 * @param closesAt the deadline of invitees without an extension; half-open: an answer at this very instant is late
 * @param silence the sentence of the invitation letter by which silence counts as consent, if it has one
 * @param letterNumber of the invitation letter
 * @param consolidator cơ quan lập bảng
 * @param approver who approves the table
 */
public record Round(
        RoundId id,
        int version,
        String title,
        String legalBasis,
        Instant opensAt,
        Instant closesAt,
        @Nullable Instant closedAt,
        @Nullable Instant lockedAt,
        @Nullable Instant announcedAt,
        Visibility visibility,
        @Nullable String silence,
        String letterNumber,
        @Nullable LocalDate letterDate,
        boolean letterRequired,
        @Nullable UnitId consolidator,
        Approver approver,
        List<VersionId> drafts) {

    /** The state at a moment. */
    public RoundState state(Instant now) {
        if (announcedAt != null) {
            return RoundState.ANNOUNCED;
        }
        if (lockedAt != null) {
            return RoundState.LOCKED;
        }
        if (now.isBefore(opensAt)) {
            return RoundState.PREPARING;
        }
        return now.isBefore(closes()) ? RoundState.OPEN : RoundState.CLOSED;
    }

    /** What runs first, the nearest deadline at the top, then what is to come, then what is over, the latest first. */
    public static Comparator<Round> byUrgency(Instant now) {
        return Comparator.<Round, Integer>comparing(round -> switch (round.state(now)) {
                    case OPEN -> 0;
                    case PREPARING -> 1;
                    case CLOSED, LOCKED, ANNOUNCED -> 2;
                })
                .thenComparing(round -> {
                    Duration away = Duration.between(now, round.closes());
                    return away.isNegative() ? away.negated() : away;
                })
                .thenComparing(round -> round.id().toString());
    }

    /** When it closed or will close. */
    public Instant closes() {
        return closedAt == null ? closesAt : closedAt;
    }

    /**
     * Until when this invitee's answers are in time, half-open: the later of the invitee's own deadline and the general
     * one. {@link Deadlines#OF_INVITEE} is the same in SQL.
     */
    public Instant deadlineOf(Invitee invitee) {
        Instant own = invitee.closesAt();
        return own == null || own.isBefore(closes()) ? closes() : own;
    }

    /** Whether what this invitee sent at that moment came too late. */
    public boolean late(Invitee invitee, Instant received) {
        return !received.isBefore(deadlineOf(invitee));
    }

    /** Refuses once the consolidation is locked: from then on nothing is taken from anybody. */
    public void requireUnlocked() {
        if (lockedAt != null || announcedAt != null) {
            throw Refusal.conflict("ROUND_LOCKED");
        }
    }
}
