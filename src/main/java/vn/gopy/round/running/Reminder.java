package vn.gopy.round.running;

import java.time.Instant;
import vn.gopy.round.InviteeId;

/**
 * That one who has not answered was reminded.
 *
 * @param by name of who did it, with salutation; empty for a set one
 * @param daysBefore working days before the deadline of a set one; 0 for others
 * @param note what a call was about; empty for others
 */
public record Reminder(InviteeId invitee, Kind kind, String by, int daysBefore, String note, Instant at) {

    /** How somebody is reminded. */
    public enum Kind {
        /** Nhắc. */
        HAND,
        /** Tự động, trước hạn. */
        SET,
        /** Đã gọi. */
        CALL
    }
}
