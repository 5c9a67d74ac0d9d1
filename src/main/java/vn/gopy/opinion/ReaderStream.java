package vn.gopy.opinion;

import vn.gopy.account.PersonId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.live.LiveStream;

/** The events of an open reader of one version. */
final class ReaderStream extends LiveStream {

    private final VersionId version;

    ReaderStream(PersonId person, VersionId version) {
        super(person);
        this.version = version;
    }

    VersionId version() {
        return version;
    }

    void threadChanged(ThreadFeedQuery.Told told) {
        offer("threads", ",\"root\":\"" + told.root() + "\",\"version\":" + told.version());
    }
}
