package vn.gopy.consolidation.live;

import vn.gopy.account.PersonId;
import vn.gopy.draft.live.LiveStream;

/** The events of one open desk. */
final class DeskStream extends LiveStream {

    DeskStream(PersonId person) {
        super(person);
    }

    /** Something on the desk is other than it was. */
    void changed() {
        offer("threads", "");
    }
}
