package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import vn.gopy.round.Position;
import vn.gopy.round.Reply;
import vn.gopy.round.Round;
import vn.gopy.round.board.StateWords;
import vn.gopy.shared.ui.State;
import vn.gopy.shared.ui.State.Tone;

/** How far replies have gone and what they say, as states of the screens. */
final class ReplyStates {

    private ReplyStates() {}

    /** @param page in whose language it speaks */
    static State of(Component page, Round round, Reply reply) {
        String words = page.getTranslation(StateWords.of(round, reply));
        return switch (reply) {
            case Reply.Prepared _ -> new State(Tone.ACCENT, "pen", words);
            case Reply.Submitted _ -> new State(Tone.ACCENT, "stamp", words);
            case Reply.Frozen sent when sent.late() -> new State(Tone.WAIT, "history", words);
            case Reply.Frozen sent
            when StateWords.waitsForNumber(round, sent) -> new State(Tone.ACCENT, "stamp", words);
            case Reply.Frozen _ -> new State(Tone.OK, "check", words);
        };
    }

    static State secret(Component page) {
        State secret = new State(Tone.KEEP, "lock", page.getTranslation("invitee.secret.short"));
        secret.setTitle(page.getTranslation("invitee.secret"));
        return secret;
    }

    static State of(Component page, Position position) {
        String words = page.getTranslation(StateWords.of(position));
        return switch (position) {
            case AGREE -> new State(Tone.OK, "check", words);
            case AGREE_WITH -> new State(Tone.PART, "opinion", words);
            case OBJECT -> new State(Tone.NO, "close", words);
        };
    }
}
