package vn.gopy.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Refusal;

/**
 * What an invitee answers in a round: one position per draft, frozen when sent; the letter's number may come later. It is in
 * one of four states and changes by these transitions alone: each gives the next state, or refuses with a name what this
 * state does not allow. Nothing is stored by them.
 */
public sealed interface Reply {

    /** In the hands of those who write it. */
    sealed interface Open extends Reply {}

    /** Let go: what it says never changes again. */
    sealed interface Frozen extends Reply {
        Sending sending();
    }

    /** Đang soạn. */
    record Prepared(ReplyContent content) implements Open {}

    /**
     * Chờ lãnh đạo duyệt.
     *
     * @param awaits whose turn it is on the way to the head; null: the head's
     */
    record Submitted(ReplyContent content, @Nullable PersonId awaits) implements Open {

        /** Whether it is this person's turn before the head. */
        boolean waitsFor(Person person) {
            return person.id().equals(awaits);
        }
    }

    /** Đã gửi. */
    record Sent(ReplyContent content, Sending sending) implements Frozen {}

    /** Được thay: as it was sent, with another one in its place. */
    record Replaced(ReplyContent content, Sending sending) implements Frozen {}

    /**
     * Who let it go, the moment of receipt, and whether that was after the deadline of the invitee.
     *
     * @param letterFollows whether it was approved for a letter, whose number is awaited
     */
    record Sending(PersonId by, Instant at, boolean late, boolean letterFollows) {

        /** Without a letter of its own to come. */
        public Sending(PersonId by, Instant at, boolean late) {
            this(by, at, late, false);
        }
    }

    /** A sent reply that is replaced, and the one that takes its place. */
    record Succession(Replaced before, Prepared next) {}

    /** An empty reply of the invitee, of which nothing is stored yet. */
    static Prepared begun(Invitee invitee, @Nullable PersonId enteredBy) {
        return new Prepared(ReplyContent.empty(invitee, enteredBy));
    }

    ReplyContent content();

    /** The name of the state, as it is stored and told. */
    default ReplyState state() {
        return switch (this) {
            case Prepared _ -> ReplyState.PREPARING;
            case Submitted _ -> ReplyState.SUBMITTED;
            case Sent _ -> ReplyState.SENT;
            case Replaced _ -> ReplyState.REPLACED;
        };
    }

    // Transitions

    /** It as one that can still be written; a frozen one refuses. */
    default Open open() {
        return switch (this) {
            case Open open -> open;
            case Frozen _ -> throw Refusal.conflict("REPLY_FROZEN");
        };
    }

    /**
     * It as one that this hand goes on writing. What the secretariat enters from a letter gives way to the unit or person
     * itself and is empty then; what these have begun the secretariat does not touch.
     *
     * @param entering whether the secretariat writes it, from a letter
     */
    default Open continued(boolean entering) {
        Open open = open();
        if (entering == isEntered()) {
            return open;
        }
        if (entering) {
            throw Refusal.conflict("REPLY_OF_UNIT");
        }
        return new Prepared(content().emptied());
    }

    /** In preparation again, with these positions; those not named, and the note when there is none, stay as they are. */
    default Prepared written(Map<VersionId, Position> named, @Nullable String words) {
        return new Prepared(open().content().saying(named, words));
    }

    /** The same, by somebody in whose hands a submitted reply lies: there it stays. */
    default Open corrected(Person by, boolean approves, Map<VersionId, Position> named, @Nullable String words) {
        Prepared written = written(named, words);
        return this instanceof Submitted held && (approves || held.waitsFor(by))
                ? written.submitted(held.awaits())
                : written;
    }

    /** With the head. */
    default Submitted submitted() {
        return submitted(null);
    }

    /** In the hands of who looks at it before the head; null: with the head. */
    default Submitted submitted(@Nullable PersonId awaits) {
        return new Submitted(open().content(), awaits);
    }

    /** Passed on by whose turn it was, to the next or the head. */
    default Submitted passedOn(Person by, @Nullable PersonId next) {
        if (open() instanceof Submitted submitted && submitted.waitsFor(by)) {
            return new Submitted(submitted.content(), next);
        }
        throw Refusal.conflict("REPLY_NOT_SUBMITTED");
    }

    /** Given back by the head to those who write it. */
    default Prepared givenBack() {
        return switch (open()) {
            case Submitted submitted -> new Prepared(submitted.content());
            case Prepared _ -> throw Refusal.conflict("REPLY_NOT_SUBMITTED");
        };
    }

    /** Sent in this capacity, and frozen; it has to speak on every draft. */
    default Sent sent(List<VersionId> drafts, Sending sending, Capacity hat) {
        ReplyContent content = open().content();
        if (!content.positions().keySet().containsAll(drafts)) {
            throw Refusal.unprocessable("POSITION_MISSING");
        }
        return new Sent(content.as(hat), sending);
    }

    /**
     * Replaced by one in preparation that says the same with this note. The versions of that one go on from those of this
     * one: who has seen this one has not seen that one. Only what is sent is replaced, and only once.
     *
     * @param hat in which capacity the invitee goes on, until it is sent in another one
     */
    default Succession replaced(String words, Capacity hat) {
        return switch (this) {
            case Sent sent ->
                new Succession(
                        new Replaced(content(), sent.sending()),
                        new Prepared(content().again(words, hat)));
            case Open _, Replaced _ -> throw Refusal.conflict("REPLY_NOT_SENT");
        };
    }

    // Whose work it is

    /** Refuses where the unit or person writes it and the secretariat acts, or the other way round. */
    default void requireWork(boolean entering) {
        if (entering != isEntered()) {
            throw Refusal.conflict(isEntered() ? "REPLY_ENTERED" : "REPLY_OF_UNIT");
        }
    }

    /**
     * Refuses the secretariat a letter's number for what others still have in work, and a person that of a unit whose reply
     * answers for the person too.
     *
     * @param hat of the invitee for whom the letter is named
     */
    default void requireLetter(boolean own, Capacity hat) {
        boolean unitsLetter = capacity() == Capacity.BOTH && hat == Capacity.OWN;
        if (unitsLetter || (!own && !isSent() && !isEntered())) {
            throw Refusal.conflict("REPLY_OF_UNIT");
        }
    }

    /**
     * What others than those whose work it is may know before it is sent: that somebody writes it.
     *
     * @param step whether they are told too that it is on its way to the head
     */
    default Open veiled(boolean step) {
        return step && this instanceof Submitted
                ? new Submitted(content().veiled(), null)
                : new Prepared(content().veiled());
    }

    default boolean isSent() {
        return this instanceof Frozen;
    }

    /** Whether the secretariat enters it from a letter, so that it is not the unit's own work. */
    default boolean isEntered() {
        return content().enteredBy() != null;
    }

    // What it holds

    default ReplyId id() {
        return content().id();
    }

    default int version() {
        return content().version();
    }

    default InviteeId inviteeId() {
        return content().inviteeId();
    }

    default Capacity capacity() {
        return content().capacity();
    }

    default String note() {
        return content().note();
    }

    default String letterNumber() {
        return content().letterNumber();
    }

    default @Nullable LocalDate letterDate() {
        return content().letterDate();
    }

    /** How the signed copy of the letter is called; empty while there is none. */
    default String signedCopy() {
        return content().signedCopy();
    }

    default Map<VersionId, Position> positions() {
        return content().positions();
    }

    /** The moment of receipt; none while it is not sent. */
    default @Nullable Instant sentAt() {
        return this instanceof Frozen frozen ? frozen.sending().at() : null;
    }

    /** Who let it go; nobody while it is not sent. */
    default @Nullable PersonId sentBy() {
        return this instanceof Frozen frozen ? frozen.sending().by() : null;
    }

    default boolean late() {
        return this instanceof Frozen frozen && frozen.sending().late();
    }
}
