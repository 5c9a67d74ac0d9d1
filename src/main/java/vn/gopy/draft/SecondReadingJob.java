package vn.gopy.draft;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.document.FileStore;
import vn.gopy.document.SecondReader;
import vn.gopy.draft.place.Nearby;
import vn.gopy.draft.repair.StoredRepairs;
import vn.gopy.legaltext.Difference;
import vn.gopy.legaltext.Origin;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Readings;
import vn.gopy.legaltext.SecondReading;
import vn.gopy.legaltext.Warning;
import vn.gopy.shared.Jobs;

/**
 * Has the file of a version whose check is open read a second time, and adds what only one of the two readers found to
 * what the check has to look at. The words of the version never change by it, so its version number stays.
 */
@Component
class SecondReadingJob implements Jobs.Job {

    private static final String NAME = "second-reading";
    private static final int TURNS = 64;

    private final VersionRepository versions;
    private final ProvisionRepository provisions;
    private final StoredOutline outlines;
    private final StoredRepairs repairs;
    private final FileStore files;
    private final SecondReader reader;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();

    SecondReadingJob(
            VersionRepository versions,
            ProvisionRepository provisions,
            StoredOutline outlines,
            StoredRepairs repairs,
            FileStore files,
            SecondReader reader,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.versions = versions;
        this.provisions = provisions;
        this.outlines = outlines;
        this.repairs = repairs;
        this.files = files;
        this.reader = reader;
        this.events = events;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** One after the other: nobody waits for it, and each starts a process of its own. */
    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public void run(String subject) {
        read(new VersionId(UUID.fromString(subject)));
    }

    /** Does it now, once for each version: whoever comes while another does it waits and finds it done. */
    void read(VersionId id) {
        synchronized (turns[Math.floorMod(id.hashCode(), turns.length)]) {
            versions.any(id).filter(SecondReadingJob::isRead).ifPresent(this::compare);
        }
    }

    private static boolean isRead(DraftVersion version) {
        return version.state() == VersionState.REVIEW || version.state() == VersionState.PUBLISHED;
    }

    /** Takes seconds, so no transaction is open meanwhile. */
    private void compare(DraftVersion version) {
        boolean done = versions.history(version.id()).isPresent();
        if (done || isScan(Readings.decode(versions.reading(version.id())))) {
            return;
        }
        byte[] content = files.read(version.file().sha256());
        SecondReading second = reader.compare(content, version.file().name());
        transaction.executeWithoutResult(status -> versions.locked(version.id())
                .filter(SecondReadingJob::isRead)
                .filter(now -> now.file().sha256().equals(version.file().sha256()))
                .ifPresent(now -> take(now, second)));
    }

    /** The letters of a scan are ours alone; a file with some pages of pictures has others. */
    private static boolean isScan(Reading reading) {
        Set<Integer> recognised = reading.origin().pages().stream()
                .map(Origin.RecognisedPage::page)
                .collect(Collectors.toSet());
        return !recognised.isEmpty() && reading.blocks().stream().allMatch(block -> recognised.contains(block.page()));
    }

    /** The history, also one that says nothing, is the sign that it was done. */
    private void take(DraftVersion version, SecondReading second) {
        versions.history(version.id(), json.writeValueAsString(second.history()));
        if (!second.differences().isEmpty()) {
            add(version, second.differences());
        }
    }

    private void add(DraftVersion version, List<Difference> differences) {
        Reading reading = Readings.decode(versions.reading(version.id()));
        var places = new Nearby(provisions.of(version.id()));
        List<Warning> found = differences.stream()
                .map(it ->
                        SecondReading.warning(it).at(places.after(it.before()).orElse(null)))
                .toList();
        Reading warned = reading.with(found);
        versions.reread(version.id(), Readings.encode(warned), warned.reader());
        versions.outlined(
                version.id(),
                outlines.encode(Outlines.of(
                        warned,
                        repairs.decode(versions.repairs(version.id())),
                        version.file().name(),
                        version.file().sha256())));
        events.publishEvent(new VersionChanged(version.id(), version.dossierId(), version.state()));
    }

    /** Asks for it; apart from the job, because jobs are made before what asks for them. */
    @Component
    static class Asking {

        private final Jobs jobs;
        private final boolean twice;

        /** @param twice false where no file is read a second time */
        Asking(Jobs jobs, @Value("${gopy.reader.twice:true}") boolean twice) {
            this.jobs = jobs;
            this.twice = twice;
        }

        @EventListener
        void readAgain(StructureJob.Structured done) {
            if (twice) {
                jobs.ask(NAME, done.version().toString());
            }
        }
    }
}
