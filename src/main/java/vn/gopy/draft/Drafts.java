package vn.gopy.draft;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.document.DocumentReader;
import vn.gopy.document.FileStore;
import vn.gopy.document.PageImages;
import vn.gopy.document.ReadableFiles;
import vn.gopy.document.ScanReader;
import vn.gopy.draft.alignment.AlignmentKeeper;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Readings;
import vn.gopy.shared.Jobs;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.VersionNumber;

/** The versions of drafts and papers, each as far as the asker may see it. */
@Service
public class Drafts {

    private static final String PDF = "application/pdf";

    private final VersionRepository versions;
    private final ProvisionRepository provisions;
    private final StoredOutline outlines;
    private final Dossiers dossiers;
    private final FileStore files;
    private final InstallationSettings settings;
    private final DocumentReader reader;
    private final ScanReader scans;
    private final PageImages pages;
    private final Jobs jobs;
    private final AlignmentKeeper alignment;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Drafts(
            VersionRepository versions,
            ProvisionRepository provisions,
            StoredOutline outlines,
            Dossiers dossiers,
            FileStore files,
            InstallationSettings settings,
            DocumentReader reader,
            ScanReader scans,
            PageImages pages,
            Jobs jobs,
            AlignmentKeeper alignment,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.versions = versions;
        this.provisions = provisions;
        this.outlines = outlines;
        this.dossiers = dossiers;
        this.files = files;
        this.settings = settings;
        this.reader = reader;
        this.scans = scans;
        this.pages = pages;
        this.jobs = jobs;
        this.alignment = alignment;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Takes in the next version of a series of the dossier, the main draft when no series is named. The bytes are read in
     * a child process before anything is stored; a file that bears a state-secret mark is refused and leaves no trace of
     * its content (Luật 117/2025/QH15). A scan, or a page of one among others, waits in state EXTRACTING until its letters are recognised, where this
     * machine can do that. A file that cannot be read is kept, in state FAILED.
     */
    public DraftVersion upload(Person asker, DossierId dossierId, @Nullable SeriesId series, UploadedFile upload) {
        Dossier dossier = dossiers.get(asker, dossierId);
        dossier.requireChangeBy(asker);
        if (series == null || isMain(asker, dossierId, series)) {
            requireDraft(upload);
        }
        return take(
                asker,
                dossier,
                upload,
                () -> series == null
                        ? versions.mainSeries(dossierId)
                        : versions.series(dossierId, series).orElseThrow(Refusal::notFound));
    }

    /**
     * Opens a dossier with its first draft: both, or neither when the file is refused.
     *
     * @param wanted names the dossier by what was read from the file; may refuse it
     */
    public DraftVersion begin(Person asker, UploadedFile upload, Function<Outline, NewDossier> wanted) {
        if (!dossiers.mayCreate(asker)) {
            throw Refusal.forbidden();
        }
        requireDraft(upload);
        Reading reading = read(upload);
        NewDossier opened = wanted.apply(Outlines.of(reading, upload.fileName(), null));
        return transaction.execute(status -> {
            Dossier dossier = dossiers.create(asker, opened);
            return store(asker, dossier, upload, reading, versions.mainSeries(dossier.id()));
        });
    }

    private boolean isMain(Person asker, DossierId dossier, SeriesId series) {
        return of(asker, dossier).stream()
                .anyMatch(it -> it.role() == SeriesRole.MAIN && it.seriesId().equals(series));
    }

    private static void requireDraft(UploadedFile upload) {
        if (!ReadableFiles.canBeDraft(upload.fileName())) {
            throw new Refusal(Refusal.Kind.UNSUPPORTED_TYPE, Problem.TYPE_NOT_ALLOWED.name());
        }
    }

    /** Takes in an accompanying paper as the first version of a series of its own. */
    public DraftVersion uploadPaper(Person asker, DossierId dossierId, SeriesRole role, UploadedFile upload) {
        if (role == SeriesRole.MAIN) {
            throw Refusal.unprocessable("ROLE_UNKNOWN");
        }
        Dossier dossier = dossiers.get(asker, dossierId);
        dossier.requireChangeBy(asker);
        return take(asker, dossier, upload, () -> versions.addSeries(dossierId, role));
    }

    private DraftVersion take(Person asker, Dossier dossier, UploadedFile handedIn, Supplier<SeriesId> series) {
        UploadedFile upload = handedIn.passed();
        Reading reading = read(upload);
        return transaction.execute(status -> store(asker, dossier, upload, reading, series.get()));
    }

    /**
     * Reads an upload in a child process and stores nothing. Refuses what may not be kept: a file that bears a
     * state-secret mark, and what is no document.
     */
    public Reading read(UploadedFile upload) {
        int most = largestFile();
        if (upload.content().length > most << 20) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "TOO_LARGE", most);
        }
        Reading reading = reader.read(upload.content(), upload.fileName(), upload.changes());
        refuseUnstorable(reading.problem());
        return reading;
    }

    /** How large a file may be that is handed in, in MB. */
    public int largestFile() {
        return settings.get().practice().largestFile();
    }

    private DraftVersion store(Person asker, Dossier dossier, UploadedFile upload, Reading reading, SeriesId series) {
        VersionId id = VersionId.next();
        versions.add(id, dossier.id(), series, upload, received(upload, reading), asker, clock.instant());
        return begin(asker, dossier.id(), id, upload, reading);
    }

    /** Stores what was read in the place that a version has left. */
    DraftVersion store(Person asker, DraftVersion left, UploadedFile upload, Reading reading) {
        VersionId id = VersionId.next();
        versions.addAt(left, id, upload, received(upload, reading), asker, clock.instant());
        return begin(asker, left.dossierId(), id, upload, reading);
    }

    /** The row stands; its structure is to be found. */
    private DraftVersion begin(Person asker, DossierId dossier, VersionId id, UploadedFile upload, Reading reading) {
        trail.record(asker.actor(), "VERSION_UPLOADED", "VERSION", id.value(), Change.created(upload.fileName()));
        boolean scan = reading.hasPictures() && scans.isAvailable();
        if (scan) {
            versions.awaitsRecognition(id);
        }
        jobs.ask(scan ? RecognitionJob.NAME : StructureJob.NAME, id.toString());
        VersionState state = scan ? VersionState.EXTRACTING : VersionState.RECEIVED;
        events.publishEvent(new VersionChanged(id, dossier, state));
        return versions.any(id).orElseThrow();
    }

    private VersionRepository.Received received(UploadedFile upload, Reading reading) {
        String mediaType = reading.mediaType() == null ? "application/octet-stream" : reading.mediaType();
        return new VersionRepository.Received(
                files.put(upload.content()), mediaType, Readings.encode(reading), reading.reader(), reading.problem());
    }

    private static void refuseUnstorable(@Nullable Problem problem) {
        switch (problem) {
            case STATE_SECRET_MARK -> throw Refusal.unprocessable("STATE_SECRET_MARK");
            case EMPTY -> throw Refusal.unprocessable("EMPTY");
            case NOT_A_DOCUMENT, TYPE_NOT_ALLOWED, TYPE_MISMATCH ->
                throw new Refusal(Refusal.Kind.UNSUPPORTED_TYPE, problem.name());
            case null, default -> {
                // readable, or kept as a failed version
            }
        }
    }

    /** Whether scans are taken in and wait for the recognition of their letters. */
    public boolean recognisesScans() {
        return scans.isAvailable();
    }

    /** Whether the person may hand in versions of the dossier. */
    public boolean mayUpload(Person asker, Dossier dossier) {
        return dossier.isChangedBy(asker);
    }

    /** The version; absent and hidden look the same. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public DraftVersion get(Person asker, VersionId id) {
        return versions.visible(id, asker, clock.instant()).orElseThrow(Refusal::notFound);
    }

    /** The version of the dossier with that number; absent and hidden look the same. */
    @Transactional(readOnly = true)
    public DraftVersion numbered(Person asker, DossierId dossier, VersionNumber number) {
        return of(asker, dossier).stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** All versions of the dossier that the asker may see: the main draft first, then the papers. */
    @Transactional(readOnly = true)
    public List<DraftVersion> of(Person asker, DossierId dossier) {
        return versions.visible(dossier, asker, clock.instant());
    }

    /** Those of the versions that are there and that the asker may see. */
    @Transactional(readOnly = true)
    public List<DraftVersion> among(Person asker, Collection<VersionId> ids) {
        return versions.visible(ids, asker, clock.instant());
    }

    /** What was understood of each of those of the versions that the asker may see, as far as they were read. */
    @Transactional(readOnly = true)
    public Map<VersionId, Understood> understood(Person asker, Collection<VersionId> ids) {
        List<VersionId> visible =
                among(asker, ids).stream().map(DraftVersion::id).toList();
        Map<VersionId, Extent> extents = provisions.extents(visible);
        Map<VersionId, Understood> understood = new HashMap<>();
        versions.outlines(visible).forEach((id, stored) -> {
            Outline outline = outlines.decode(stored);
            understood.put(id, Understood.of(outline, extents.getOrDefault(id, new Extent(0, 0))));
        });
        return understood;
    }

    /** How much there is of a version. */
    public record Extent(int chapters, int articles) {}

    /** The latest version of the main draft of each dossier, as far as the asker may see one. */
    @Transactional(readOnly = true)
    public Map<DossierId, DraftVersion> latest(Person asker, Collection<DossierId> dossiers) {
        return versions.latest(dossiers, asker, clock.instant()).stream()
                .collect(Collectors.toMap(DraftVersion::dossierId, Function.identity()));
    }

    /** The outline; only a version that was read has one. */
    @Transactional(readOnly = true)
    public Outline outline(Person asker, VersionId id) {
        DraftVersion version = get(asker, id);
        if (version.state() != VersionState.REVIEW && version.state() != VersionState.PUBLISHED) {
            throw Refusal.conflict("NOT_READ");
        }
        return outlines.decode(Objects.requireNonNull(versions.outline(id)));
    }

    /** @param outline of the version, and the places that stand for it, all of one moment */
    public record PlacedOutline(DraftVersion version, Outline outline, List<PlacedProvision> places) {}

    /** The outline with its places, also while somebody repairs the structure: a repair raises the version's number. */
    @Transactional(readOnly = true)
    public PlacedOutline placedOutline(Person asker, VersionId id) {
        PlacedOutline found;
        do {
            found = new PlacedOutline(get(asker, id), outline(asker, id), provisions.of(id));
        } while (get(asker, id).version() != found.version().version());
        return found;
    }

    /** Every addressable place of the version in reading order. */
    @Transactional(readOnly = true)
    public List<PlacedProvision> provisions(Person asker, VersionId id) {
        get(asker, id);
        return provisions.of(id);
    }

    /** The place, when the asker may see its version. */
    @Transactional(readOnly = true)
    public PlacedProvision provision(Person asker, ProvisionId id) {
        PlacedProvision provision = provisions.byId(id).orElseThrow(Refusal::notFound);
        get(asker, provision.versionId());
        return provision;
    }

    /**
     * Keeps the structure of the version from being repaired until the running transaction ends: who hangs words on its
     * places calls this before looking at them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(VersionId id) {
        versions.hold(id);
    }

    /** A place and its version. */
    public record Held(DraftVersion version, PlacedProvision place) {}

    /** The place, when the asker may see its version, as it stays until the running transaction ends; see {@link #hold}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Held held(Person asker, ProvisionId id) {
        DraftVersion version = versions.heldOf(id, asker, clock.instant()).orElseThrow(Refusal::notFound);
        return new Held(version, provisions.byId(id).orElseThrow(Refusal::notFound));
    }

    /** Those of the places whose version the asker may see, in reading order. */
    @Transactional(readOnly = true)
    public List<PlacedProvision> provisions(Person asker, Collection<ProvisionId> ids) {
        List<PlacedProvision> found = provisions.among(ids);
        found.stream().map(PlacedProvision::versionId).distinct().forEach(version -> get(asker, version));
        return found;
    }

    /** The original bytes, to be sent on. */
    public Resource file(Person asker, VersionId id) {
        return files.open(get(asker, id).file().sha256());
    }

    /** A page of a PDF as a picture, counted from 1; other files have no pages. */
    public byte[] page(Person asker, VersionId id, int page) {
        DraftVersion.StoredFile file = get(asker, id).file();
        return Optional.of(file)
                .filter(one -> one.mediaType().equals(PDF))
                .flatMap(one -> pages.page(one.sha256(), page))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Hoàn tất kiểm tra: from REVIEW to PUBLISHED, by its uploader, the dossier's owner or the secretariat. Every place
     * gets its lineage here.
     */
    @Transactional
    public DraftVersion publish(Person asker, VersionId id) {
        DraftVersion version = get(asker, id);
        if (!mayPublish(asker, version)) {
            throw Refusal.forbidden();
        }
        if (!versions.publish(id, asker, clock.instant())) {
            throw Refusal.conflict("NOT_IN_REVIEW");
        }
        alignment.published(version);
        trail.record(asker.actor(), "VERSION_PUBLISHED", "VERSION", id.value());
        events.publishEvent(new VersionChanged(id, version.dossierId(), VersionState.PUBLISHED));
        return versions.any(id).orElseThrow();
    }

    /** Whether the person may finish the check of the version; never once the dossier has ended. */
    public boolean mayPublish(Person asker, DraftVersion version) {
        return !version.ended()
                && (version.uploadedBy().equals(asker.id())
                        || asker.is(Role.SECRETARIAT)
                        || dossiers.get(asker, version.dossierId()).owner().equals(asker.id()));
    }
}
