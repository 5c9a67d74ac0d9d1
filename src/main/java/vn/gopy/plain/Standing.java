package vn.gopy.plain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with one invitation that the person answers, as seen from one draft.
 *
 * @param key of the invitee; {@code name} for whom it is
 * @param words what has been said until now
 * @param position on the draft; null where there is none yet
 * @param version of the reply, 0 where there is none
 * @param open whether the person can agree now and has said nothing of this draft
 * @param next what the person can do with the complete reply: {@code gui} sends it, {@code trinh} hands it to the head; empty for nothing
 * @param goes what becomes of it when the person agrees
 * @param unsent the person's own opinions that could go out too
 * @param prepared how many opinions of the unit go with it when its head sends
 */
record Standing(
        String key,
        String name,
        boolean unit,
        String words,
        @Nullable String position,
        int version,
        boolean changeable,
        boolean open,
        String next,
        String goes,
        String deadline,
        List<UUID> unsent,
        int prepared) {}
