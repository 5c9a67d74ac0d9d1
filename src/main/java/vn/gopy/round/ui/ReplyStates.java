package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import vn.gopy.round.Capacity;
import vn.gopy.round.Position;
import vn.gopy.round.Reply;
import vn.gopy.round.Round;
import vn.gopy.shared.ui.State;
import vn.gopy.shared.ui.State.Tone;

/** How far replies have gone and what they say, as states of the screens. */
final class ReplyStates {

    private ReplyStates() {}

    /** @param page in whose language it speaks */
    static State of(Component page, Round round, Reply reply) {
        return switch (reply) {
            case Reply.Prepared _ -> new State(Tone.ACCENT, "pen", page.getTranslation("invitee.preparing"));
            case Reply.Submitted _ -> new State(Tone.ACCENT, "stamp", page.getTranslation("invitee.waitingHead"));
            case Reply.Frozen sent
            when sent.late() -> new State(Tone.WAIT, "history", page.getTranslation("invitee.late"));
            case Reply.Frozen sent
            when waitsForNumber(round, sent) ->
                new State(Tone.ACCENT, "stamp", page.getTranslation("invitee.waitingNumber"));
            case Reply.Frozen _ -> new State(Tone.OK, "check", page.getTranslation("opinion.sent"));
        };
    }

    /** Whether a letter carries this reply of a unit, and has no number yet. */
    static boolean waitsForNumber(Round round, Reply reply) {
        boolean awaited = round.letterRequired()
                || (reply instanceof Reply.Frozen sent && sent.sending().letterFollows());
        return awaited
                && reply.capacity() != Capacity.OWN
                && reply.isSent()
                && reply.letterNumber().isEmpty();
    }

    static State secret(Component page) {
        State secret = new State(Tone.KEEP, "lock", page.getTranslation("invitee.secret.short"));
        secret.setTitle(page.getTranslation("invitee.secret"));
        return secret;
    }

    static State of(Component page, Position position) {
        return switch (position) {
            case AGREE -> new State(Tone.OK, "check", page.getTranslation("invitee.agreed"));
            case AGREE_WITH -> new State(Tone.PART, "opinion", page.getTranslation("invitee.agreedWith"));
            case OBJECT -> new State(Tone.NO, "close", page.getTranslation("invitee.objected"));
        };
    }
}
