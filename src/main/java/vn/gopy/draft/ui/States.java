package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.Settings.Practice;
import vn.gopy.shared.ui.State;
import vn.gopy.shared.ui.State.Tone;

/** States of drafts and rounds in words. */
final class States {

    private States() {}

    static State version(Component page, DraftVersion version) {
        String words = words(page, version.state());
        return switch (version.state()) {
            case RECEIVED, EXTRACTING -> new State(Tone.IDLE, "clock", words);
            case REVIEW -> new State(Tone.WAIT, "lines", words);
            case PUBLISHED -> new State(Tone.OK, "check", words);
            case FAILED -> new State(Tone.NO, "warning", words);
        };
    }

    static String words(Component page, VersionState state) {
        return page.getTranslation(
                switch (state) {
                    case RECEIVED -> "draft.state.reading";
                    case EXTRACTING -> "draft.state.recognising";
                    case REVIEW -> "draft.state.check";
                    case PUBLISHED -> "draft.state.ready";
                    case FAILED -> "draft.state.failed";
                });
    }

    /** "Còn 6 ngày", warm when that is near. */
    static State daysLeft(Component page, Practice practice, long days) {
        Tone tone = practice.isSoon(days) ? Tone.WAIT : Tone.ACCENT;
        String words =
                days == 0 ? page.getTranslation("round.state.today") : page.getTranslation("round.state.closing", days);
        return new State(tone, "clock", words);
    }
}
