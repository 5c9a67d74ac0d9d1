package vn.gopy.consolidation;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whose office this is, as it stands at the head of official tables; set once for an installation. */
@Component
class OfficeSettings {

    private final String party;
    private final String state;
    private final String place;

    OfficeSettings(
            @Value("${gopy.office.party:}") String party,
            @Value("${gopy.office.state:}") String state,
            @Value("${gopy.office.place:}") String place) {
        this.party = party.strip();
        this.state = state.strip();
        this.place = place.strip();
    }

    /** The line above the name of a body of the Party or of the State; null where none is set. */
    @Nullable
    String superior(boolean ofTheParty) {
        String line = ofTheParty ? party : state;
        return line.isEmpty() ? null : line;
    }

    /** What stands before the date; empty where none is set. */
    String place() {
        return place;
    }
}
