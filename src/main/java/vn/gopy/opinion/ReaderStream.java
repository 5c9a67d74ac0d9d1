package vn.gopy.opinion;

import java.util.Set;
import vn.gopy.account.PersonId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.live.LiveStream;

/** The events of an open reader of one version, beside which what was said of earlier ones stands. */
final class ReaderStream extends LiveStream {

    private final VersionId version;
    private final Set<VersionId> earlier;

    ReaderStream(PersonId person, VersionId version, Set<VersionId> earlier) {
        super(person);
        this.version = version;
        this.earlier = earlier;
    }

    VersionId version() {
        return version;
    }

    /** Whether what is said of that version stands beside what is read. */
    boolean shows(VersionId spoken) {
        return spoken.equals(version) || earlier.contains(spoken);
    }

    /** Some thread has, whichever it is. */
    void threadsChanged() {
        offer("threads", "");
    }

    void threadChanged(ThreadFeedQuery.Told told) {
        offer("threads", ",\"root\":\"" + told.root() + "\",\"version\":" + told.version());
    }
}
