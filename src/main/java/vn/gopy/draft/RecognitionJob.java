package vn.gopy.draft;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.document.FileStore;
import vn.gopy.document.ScanReader;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Readings;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Jobs;

/**
 * Recognises the letters of a scan, or of pages that are scans, that waits in state EXTRACTING, one file at a time, and computes its structure. A
 * state-secret mark that shows only now ends it: file, text and name are erased at once, and a row without content says
 * that there was one (Luật 117/2025/QH15).
 */
@Component
class RecognitionJob implements Jobs.Job {

    static final String NAME = "recognition";

    private final DossierRepository dossiers;
    private final VersionRepository versions;
    private final ProvisionRepository provisions;
    private final StoredCitations citations;
    private final StructureJob structure;
    private final FileStore files;
    private final ScanReader scans;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    RecognitionJob(
            DossierRepository dossiers,
            VersionRepository versions,
            ProvisionRepository provisions,
            StoredCitations citations,
            StructureJob structure,
            FileStore files,
            ScanReader scans,
            Trail trail,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.dossiers = dossiers;
        this.versions = versions;
        this.provisions = provisions;
        this.citations = citations;
        this.structure = structure;
        this.files = files;
        this.scans = scans;
        this.trail = trail;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public void run(String subject) {
        VersionId id = new VersionId(UUID.fromString(subject));
        versions.any(id).filter(RecognitionJob::waits).ifPresent(this::recognise);
    }

    /** A file that has text besides its pictures is checked without their letters. */
    @Override
    public void giveUp(String subject) {
        VersionId id = new VersionId(UUID.fromString(subject));
        boolean text = versions.any(id).filter(RecognitionJob::waits).isPresent() && hasText(id);
        transaction.executeWithoutResult(status -> {
            if (text) {
                structure.run(subject);
            } else {
                structure.giveUp(subject);
            }
        });
    }

    private boolean hasText(VersionId id) {
        return Readings.decode(versions.reading(id)).problem() == null;
    }

    private static boolean waits(DraftVersion version) {
        return version.state() == VersionState.EXTRACTING;
    }

    /** Takes minutes, so no transaction is open meanwhile. */
    private void recognise(DraftVersion version) {
        byte[] content = files.read(version.file().sha256());
        // the name's ending was checked at the upload; only PDF files come here
        Reading reading = scans.read(content, version.file().name());
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("stopped while recognising; to be done again");
        }
        transaction.executeWithoutResult(status -> {
            if (reading.problem() == Problem.STATE_SECRET_MARK) {
                erase(version.file().sha256());
            } else {
                take(version, reading);
            }
        });
    }

    /** The dossier is held before the version, as by all who change both; either may be gone or have another file now. */
    private void take(DraftVersion version, Reading reading) {
        VersionId id = version.id();
        Optional<String> title = dossiers.heldTitle(version.dossierId());
        Optional<DraftVersion> waiting = versions.locked(id)
                .filter(RecognitionJob::waits)
                .filter(now -> now.file().sha256().equals(version.file().sha256()));
        if (title.isPresent() && waiting.isPresent()) {
            Reading before = Readings.decode(versions.reading(id));
            Reading best = reading.problem() != null && before.problem() == null ? before : reading;
            versions.recognised(id, Readings.encode(best), best.reader());
            structure.run(id.toString());
            name(version, title.get(), reading);
        }
    }

    /** A dossier that was opened with a scan is called like its file until the scan says what it is. */
    private void name(DraftVersion version, String title, Reading reading) {
        String fileName = version.file().name();
        if (reading.problem() != null || !NewDossier.isOfFile(title, fileName)) {
            return;
        }
        Outline outline = Outlines.of(reading, fileName, version.file().sha256());
        NewDossier read = NewDossier.headed(outline, fileName, Audience.INVITED).passed();
        if (!read.title().equals(title)) {
            dossiers.name(version.dossierId(), read);
            trail.record(
                    Actor.SYSTEM,
                    "DOSSIER_NAMED",
                    "DOSSIER",
                    version.dossierId().value(),
                    Change.of("title", title, read.title()));
            events.publishEvent(new DossierChanged(version.dossierId()));
        }
    }

    private void erase(String sha256) {
        String empty = files.put(new byte[0]);
        for (DraftVersion version : versions.unfinishedWith(sha256)) {
            provisions.replace(version.id(), List.of());
            citations.erase(version.id());
            versions.erase(version.id(), empty);
            trail.record(
                    Actor.SYSTEM, "STATE_SECRET_ERASED", "VERSION", version.id().value());
            events.publishEvent(new VersionChanged(version.id(), version.dossierId(), VersionState.FAILED));
        }
        files.erase(sha256);
    }

    /** At the start, for scans that failed on a machine that could recognise nothing; apart from the job as jobs are made first. */
    @Component
    static class Again {

        private final Jobs jobs;
        private final VersionRepository versions;
        private final ScanReader scans;
        private final ApplicationEventPublisher events;
        private final TransactionTemplate transaction;

        Again(
                Jobs jobs,
                VersionRepository versions,
                ScanReader scans,
                ApplicationEventPublisher events,
                TransactionTemplate transaction) {
            this.jobs = jobs;
            this.versions = versions;
            this.scans = scans;
            this.events = events;
            this.transaction = transaction;
        }

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            if (scans.isAvailable()) {
                transaction.executeWithoutResult(
                        status -> versions.awaitRecognitionAgain().forEach(this::ask));
            }
        }

        private void ask(DraftVersion version) {
            jobs.ask(NAME, version.id().toString());
            events.publishEvent(new VersionChanged(version.id(), version.dossierId(), version.state()));
        }
    }
}
