package vn.gopy.draft;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.draft.place.Placing;
import vn.gopy.draft.repair.StoredRepairs;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Readings;
import vn.gopy.shared.Jobs;

/** Computes the structure of a received version from its stored blocks and opens it for the check. */
@Component
class StructureJob implements Jobs.Job {

    static final String NAME = "structure";

    /** A version has got its structure from its file; told once, before the transaction ends. */
    record Structured(VersionId version) {}

    private final VersionRepository versions;
    private final ProvisionRepository provisions;
    private final StoredOutline outlines;
    private final StoredRepairs repairs;
    private final StoredCitations citations;
    private final ApplicationEventPublisher events;

    StructureJob(
            VersionRepository versions,
            ProvisionRepository provisions,
            StoredOutline outlines,
            StoredRepairs repairs,
            StoredCitations citations,
            ApplicationEventPublisher events) {
        this.versions = versions;
        this.provisions = provisions;
        this.outlines = outlines;
        this.repairs = repairs;
        this.citations = citations;
        this.events = events;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public void run(String subject) {
        versions.locked(new VersionId(UUID.fromString(subject))).ifPresent(this::structure);
    }

    /** What cannot be read is told as such; the file is kept. */
    @Override
    @Transactional
    public void giveUp(String subject) {
        versions.locked(new VersionId(UUID.fromString(subject)))
                .filter(version ->
                        version.state() == VersionState.RECEIVED || version.state() == VersionState.EXTRACTING)
                .ifPresent(version -> {
                    versions.failed(version.id(), Problem.CRASH);
                    events.publishEvent(new VersionChanged(version.id(), version.dossierId(), VersionState.FAILED));
                });
    }

    private void structure(DraftVersion version) {
        if (version.state() != VersionState.RECEIVED && version.state() != VersionState.EXTRACTING) {
            return; // a second run after a crash: the places already have ids that opinions may hang on
        }
        Reading reading = Readings.decode(versions.reading(version.id()));
        if (reading.problem() != null) {
            versions.failed(version.id(), reading.problem());
            events.publishEvent(new VersionChanged(version.id(), version.dossierId(), VersionState.FAILED));
            return;
        }
        Outline outline = Outlines.of(
                reading,
                repairs.decode(versions.repairs(version.id())),
                version.file().name(),
                version.file().sha256());
        provisions.replace(version.id(), Placing.of(version.id(), outline));
        citations.write(version.id(), outline);
        versions.structured(version.id(), outlines.encode(outline));
        events.publishEvent(new Structured(version.id()));
        events.publishEvent(new VersionChanged(version.id(), version.dossierId(), VersionState.REVIEW));
    }
}
