package vn.gopy.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Refusal;

/**
 * What an invitee answers in a round: one position per draft, frozen when sent; the letter's number may come later. It
 * changes by its transitions alone, and each of them refuses what the state does not allow.
 *
 * @param enteredBy who of the secretariat enters it from a letter; null: the unit or person writes it
 * @param positions as they count: who agrees and has sent opinions on the draft agrees with opinions
 */
public record Reply(
        ReplyId id,
        int version,
        InviteeId inviteeId,
        ReplyState state,
        Capacity capacity,
        String note,
        @Nullable PersonId enteredBy,
        @Nullable Instant sentAt,
        boolean late,
        String letterNumber,
        @Nullable LocalDate letterDate,
        Map<VersionId, Position> positions) {

    /** An empty reply of the invitee, of which nothing is stored yet. */
    static Reply begun(Invitee invitee, @Nullable PersonId enteredBy) {
        return new Reply(
                ReplyId.next(),
                0,
                invitee.id(),
                ReplyState.PREPARING,
                invitee.unit() == null ? Capacity.OWN : Capacity.UNIT,
                "",
                enteredBy,
                null,
                false,
                "",
                null,
                Map.of());
    }

    boolean isSent() {
        return state == ReplyState.SENT || state == ReplyState.REPLACED;
    }

    /** Whether the secretariat enters it from a letter, so that it is not the unit's own work. */
    boolean isEntered() {
        return enteredBy != null;
    }

    /** In preparation again, with these positions; those not named, and the note when there is none, stay as they are. */
    Reply written(Map<VersionId, Position> named, @Nullable String words) {
        requireOpen();
        Map<VersionId, Position> all = new LinkedHashMap<>(positions);
        all.putAll(named);
        return with(ReplyState.PREPARING, words == null ? note : words, enteredBy, null, false, all);
    }

    /** Now the work of the unit or person itself: nothing that the secretariat entered from a letter is said by it. */
    Reply takenOver() {
        requireOpen();
        return with(ReplyState.PREPARING, "", null, null, false, Map.of());
    }

    /**
     * What takes the place of this sent reply: in preparation again, with its positions and this note. Its versions go on
     * from those of this one: who has seen this one has not seen that one.
     */
    Reply successor(String words) {
        if (state != ReplyState.SENT) {
            throw Refusal.conflict("REPLY_NOT_SENT");
        }
        return new Reply(
                ReplyId.next(),
                version + 1,
                inviteeId,
                ReplyState.PREPARING,
                capacity,
                words,
                enteredBy,
                null,
                false,
                "",
                null,
                positions);
    }

    /** With the head. */
    Reply submitted() {
        requireOpen();
        return with(ReplyState.SUBMITTED, note, enteredBy, null, false, positions);
    }

    /** Sent at the moment of receipt, and frozen; it has to speak on every draft. */
    Reply sent(List<VersionId> drafts, Instant received, boolean tooLate) {
        requireOpen();
        if (!positions.keySet().containsAll(drafts)) {
            throw Refusal.unprocessable("POSITION_MISSING");
        }
        return with(ReplyState.SENT, note, enteredBy, received, tooLate, positions);
    }

    /** What others than those whose work it is may know before it is sent: that somebody writes it. */
    Reply veiled() {
        return new Reply(id, 0, inviteeId, ReplyState.PREPARING, capacity, "", null, null, false, "", null, Map.of());
    }

    /** Refuses when it is frozen. */
    void requireOpen() {
        if (isSent()) {
            throw Refusal.conflict("REPLY_FROZEN");
        }
    }

    private Reply with(
            ReplyState next,
            String words,
            @Nullable PersonId enteredBy,
            @Nullable Instant received,
            boolean tooLate,
            Map<VersionId, Position> all) {
        return new Reply(
                id,
                version,
                inviteeId,
                next,
                capacity,
                words,
                enteredBy,
                received,
                tooLate,
                letterNumber,
                letterDate,
                all);
    }
}
