package vn.gopy.round;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;

/**
 * One who is asked in a round: a unit or a person.
 *
 * @param key code of the unit, or user name of the person; an id for a person without an account
 * @param closesAt an own deadline, set when the round was opened or since
 * @param extended whether more time was granted to it alone (được gia hạn)
 * @param asksTime whether it asks for a later deadline and nobody has decided yet
 * @param classifiedAt answered by a classified letter: the fact only, no number, no content
 */
public record Invitee(
        InviteeId id,
        RoundId roundId,
        @Nullable UnitId unit,
        @Nullable PersonId person,
        String key,
        String name,
        String post,
        Group group,
        boolean invited,
        @Nullable Instant closesAt,
        boolean extended,
        @Nullable Instant openedAt,
        boolean asksTime,
        @Nullable Instant classifiedAt) {

    /** How the table counts an invitee. */
    public enum Group {
        /** Cơ quan, đơn vị. */
        UNIT,
        /** Thành viên Ban Chỉ đạo. */
        MEMBER,
        /** Chuyên gia. */
        EXPERT
    }

    /** Who is asked: the id of the unit, else of the person. */
    public UUID who() {
        return unit == null ? Objects.requireNonNull(person).value() : unit.value();
    }

    /** In which capacity it is answered alone. */
    public Capacity hat() {
        return unit == null ? Capacity.OWN : Capacity.UNIT;
    }

    /** As those read it who may not know whether the drafts were opened or more time is asked for. */
    Invitee withoutOpening() {
        return new Invitee(
                id,
                roundId,
                unit,
                person,
                key,
                name,
                post,
                group,
                invited,
                closesAt,
                extended,
                null,
                false,
                classifiedAt);
    }

    /** The name alone, without anything that tells of an answer. */
    Invitee withoutAnswer() {
        return new Invitee(
                id, roundId, unit, person, key, name, post, group, invited, closesAt, extended, null, false, null);
    }
}
