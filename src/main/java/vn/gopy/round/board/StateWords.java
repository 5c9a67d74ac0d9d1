package vn.gopy.round.board;

import vn.gopy.round.Capacity;
import vn.gopy.round.InviteeStanding;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.Round;

/** The keys of the words in which states of replies are told, the same on the screen and in files. */
public final class StateWords {

    private StateWords() {}

    /** How far one who is asked has come: a reply as far as it has gone, else what is known of the silent. */
    public static String of(Round round, Replies.Answer answer, InviteeStanding standing) {
        if (standing == InviteeStanding.SECRET) {
            return "invitee.secret.short";
        }
        return answer.reply()
                .filter(reply -> tells(reply, standing))
                .map(reply -> of(round, reply))
                .orElse("board.state." + standing);
    }

    /** Whether the reply itself tells how far it is, and not the deadline that has passed over it. */
    public static boolean tells(Reply reply, InviteeStanding standing) {
        return reply.isSent() || standing == InviteeStanding.PREPARING || standing == InviteeStanding.WAITING_HEAD;
    }

    /** How far a reply has gone. */
    public static String of(Round round, Reply reply) {
        return switch (reply) {
            case Reply.Prepared _ -> "invitee.preparing";
            case Reply.Submitted _ -> "invitee.waitingHead";
            case Reply.Frozen sent when sent.late() -> "invitee.late";
            case Reply.Frozen sent when waitsForNumber(round, sent) -> "invitee.waitingNumber";
            case Reply.Frozen _ -> "opinion.sent";
        };
    }

    /** Whether a letter carries this reply of a unit, and has no number yet. */
    public static boolean waitsForNumber(Round round, Reply reply) {
        boolean awaited = round.letterRequired()
                || (reply instanceof Reply.Frozen sent && sent.sending().letterFollows());
        return awaited
                && reply.capacity() != Capacity.OWN
                && reply.isSent()
                && reply.letterNumber().isEmpty();
    }

    /** What is said of a draft. */
    public static String of(Position position) {
        return switch (position) {
            case AGREE -> "invitee.agreed";
            case AGREE_WITH -> "invitee.agreedWith";
            case OBJECT -> "invitee.objected";
        };
    }
}
