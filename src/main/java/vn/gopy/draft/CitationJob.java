package vn.gopy.draft;

import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.shared.Jobs;

/** Scans texts anew that were stored before citations were, or by an older recogniser. */
@Component
class CitationJob implements Jobs.Job {

    private static final String NAME = "citations";

    private final VersionRepository versions;
    private final StoredOutline outlines;
    private final StoredCitations stored;

    CitationJob(VersionRepository versions, StoredOutline outlines, StoredCitations stored) {
        this.versions = versions;
        this.outlines = outlines;
        this.stored = stored;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public void run(String subject) {
        VersionId id = new VersionId(UUID.fromString(subject));
        versions.locked(id)
                .filter(version -> versions.outline(id) != null)
                .ifPresent(version -> stored.write(id, outlines.decode(Objects.requireNonNull(versions.outline(id)))));
    }

    /** Asks for the scans; apart from the job, because jobs are made before what asks for them. */
    @Component
    static class Asking {

        private final CitationRepository citations;
        private final Jobs jobs;

        Asking(CitationRepository citations, Jobs jobs) {
            this.citations = citations;
            this.jobs = jobs;
        }

        @EventListener(ApplicationReadyEvent.class)
        @Transactional
        void scanOutdated() {
            citations.outdated().forEach(version -> jobs.ask(NAME, version.toString()));
        }
    }
}
