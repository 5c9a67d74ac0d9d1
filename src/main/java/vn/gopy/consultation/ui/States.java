package vn.gopy.consultation.ui;

import com.vaadin.flow.component.Component;
import vn.gopy.draft.DraftVersion;
import vn.gopy.shared.ui.State;
import vn.gopy.shared.ui.State.Tone;

/** States of drafts and rounds in words. */
final class States {

    private States() {}

    static State version(Component page, DraftVersion version) {
        return switch (version.state()) {
            case RECEIVED -> new State(Tone.IDLE, "clock", page.getTranslation("draft.state.reading"));
            case EXTRACTING -> new State(Tone.IDLE, "clock", page.getTranslation("draft.state.recognising"));
            case REVIEW -> new State(Tone.WAIT, "lines", page.getTranslation("draft.state.check"));
            case PUBLISHED -> new State(Tone.OK, "check", page.getTranslation("draft.state.ready"));
            case FAILED -> new State(Tone.NO, "warning", page.getTranslation("draft.state.failed"));
        };
    }

    /** "Còn 6 ngày", warm in the last three days. */
    static State daysLeft(Component page, long days) {
        Tone tone = days <= 3 ? Tone.WAIT : Tone.ACCENT;
        String words =
                days == 0 ? page.getTranslation("round.state.today") : page.getTranslation("round.state.closing", days);
        return new State(tone, "clock", words);
    }
}
