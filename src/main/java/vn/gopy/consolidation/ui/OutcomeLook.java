package vn.gopy.consolidation.ui;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.gopy.consolidation.Outcome;
import vn.gopy.shared.ui.State.Tone;

/**
 * How an outcome looks on the desk, and the key that gives it.
 *
 * @param key a digit; the keys stand in the order of the buttons
 */
record OutcomeLook(Outcome outcome, char key, String icon, Tone tone) {

    private static final List<OutcomeLook> ALL = List.of(
            new OutcomeLook(Outcome.ACCEPT, '1', "check", Tone.OK),
            new OutcomeLook(Outcome.ACCEPT_PART, '2', "half", Tone.PART),
            new OutcomeLook(Outcome.KEEP, '3', "shield", Tone.KEEP),
            new OutcomeLook(Outcome.ALREADY, '4', "lines", Tone.KEEP),
            new OutcomeLook(Outcome.NOTED, '5', "bookmark", Tone.IDLE),
            new OutcomeLook(Outcome.ESCALATE, '6', "flag", Tone.WAIT),
            new OutcomeLook(Outcome.ACCEPT_LATER, '7', "calendar", Tone.OK));

    private static final Map<Outcome, OutcomeLook> BY_OUTCOME =
            ALL.stream().collect(Collectors.toMap(OutcomeLook::outcome, look -> look));

    static List<OutcomeLook> all() {
        return ALL;
    }

    static OutcomeLook of(Outcome outcome) {
        return Objects.requireNonNull(BY_OUTCOME.get(outcome));
    }

    /** The key of its words. */
    String words() {
        return "reader.outcome." + outcome;
    }
}
