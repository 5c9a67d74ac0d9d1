package vn.gopy.round;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;
import vn.gopy.draft.VersionId;

/**
 * What a reply holds in whatever state it is.
 *
 * @param version of the reply as it was read; a change of another one is refused
 * @param inviteeId whose answer it is here; of a reply that answers for two, the one for whom it was read
 * @param enteredBy who of the secretariat enters it from a letter; null: the unit or person writes it
 * @param signedCopy how the signed copy of the letter is called; empty while there is none
 * @param positions as they count: who agrees and has sent opinions on the draft agrees with opinions
 */
public record ReplyContent(
        ReplyId id,
        int version,
        InviteeId inviteeId,
        Capacity capacity,
        String note,
        @Nullable PersonId enteredBy,
        String letterNumber,
        @Nullable LocalDate letterDate,
        String signedCopy,
        Map<VersionId, Position> positions) {

    /** Nothing yet, and nothing of it stored. */
    static ReplyContent empty(Invitee invitee, @Nullable PersonId enteredBy) {
        return new ReplyContent(ReplyId.next(), 0, invitee.id(), invitee.hat(), "", enteredBy, "", null, "", Map.of());
    }

    /** With these positions; those not named, and the note when there is none, stay as they are. */
    ReplyContent saying(Map<VersionId, Position> named, @Nullable String words) {
        Map<VersionId, Position> all = new LinkedHashMap<>(positions);
        all.putAll(named);
        return new ReplyContent(
                id,
                version,
                inviteeId,
                capacity,
                words == null ? note : words,
                enteredBy,
                letterNumber,
                letterDate,
                signedCopy,
                all);
    }

    /** The same reply with nothing said in it, in the hands of the unit or person itself. */
    ReplyContent emptied() {
        return new ReplyContent(
                id, version, inviteeId, capacity, "", null, letterNumber, letterDate, signedCopy, Map.of());
    }

    /** The same said in another capacity. */
    ReplyContent as(Capacity hat) {
        return new ReplyContent(
                id, version, inviteeId, hat, note, enteredBy, letterNumber, letterDate, signedCopy, positions);
    }

    /**
     * Another reply of the same invitee in this capacity that says the same, but for the note and without a letter; it goes
     * on from the version of this one.
     */
    ReplyContent again(String words, Capacity hat) {
        return new ReplyContent(ReplyId.next(), version + 1, inviteeId, hat, words, enteredBy, "", null, "", positions);
    }

    /** That there is a reply, and no more. */
    ReplyContent veiled() {
        return new ReplyContent(id, 0, inviteeId, capacity, "", null, "", null, "", Map.of());
    }
}
