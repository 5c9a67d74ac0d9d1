package vn.gopy.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.VersionId;

/** What an invitee answers in a round: one position per draft, frozen when sent; the letter's number may come later. */
public record Reply(
        ReplyId id,
        int version,
        InviteeId inviteeId,
        ReplyState state,
        Capacity capacity,
        String note,
        @Nullable Instant sentAt,
        boolean late,
        String letterNumber,
        @Nullable LocalDate letterDate,
        Map<VersionId, Position> positions) {}
