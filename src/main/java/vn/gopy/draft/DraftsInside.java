package vn.gopy.draft;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.draft.repair.StoredRepairs;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Readings;
import vn.gopy.legaltext.SecondReading;
import vn.gopy.legaltext.Structure;
import vn.gopy.legaltext.Structures;

/**
 * The versions of drafts and papers whoever asks and whatever their state, for the product's own work: asks for no right.
 * Who uses it answers for what becomes of the words; screens and the API read through {@link Drafts}.
 */
@NamedInterface("inside")
@Service
public class DraftsInside {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    private final VersionRepository versions;
    private final ProvisionRepository provisions;
    private final StoredOutline outlines;
    private final StoredRepairs repairs;
    private final DossierRepository dossiers;
    private final SecondReadingJob second;
    private final Clock clock;

    DraftsInside(
            VersionRepository versions,
            ProvisionRepository provisions,
            StoredOutline outlines,
            StoredRepairs repairs,
            DossierRepository dossiers,
            SecondReadingJob second,
            Clock clock) {
        this.versions = versions;
        this.provisions = provisions;
        this.outlines = outlines;
        this.repairs = repairs;
        this.dossiers = dossiers;
        this.second = second;
        this.clock = clock;
    }

    /** The version, when there is one. */
    @Transactional(readOnly = true)
    public Optional<DraftVersion> version(VersionId id) {
        return versions.any(id);
    }

    /** A readable version of any dossier with these very bytes. */
    @Transactional(readOnly = true)
    public Optional<DraftVersion> withFile(String sha256) {
        return versions.withFile(sha256);
    }

    /** What was read from the version's file. */
    @Transactional(readOnly = true)
    public Reading reading(VersionId id) {
        return Readings.decode(versions.reading(id));
    }

    /** The paragraphs of a version that was read, as they were read and with where each stands. */
    @Transactional(readOnly = true)
    public Structure structure(VersionId id) {
        return Structures.of(reading(id), repairs.decode(versions.repairs(id)), "", null);
    }

    /** The outline of the version; empty when it was never read. */
    @Transactional(readOnly = true)
    public Optional<Outline> outline(VersionId id) {
        return Optional.ofNullable(versions.outline(id)).map(outlines::decode);
    }

    /** Every addressable place of the version in reading order. */
    @Transactional(readOnly = true)
    public List<PlacedProvision> provisions(VersionId id) {
        return provisions.of(id);
    }

    /** Who may read the dossiers now, as tokens: {@code p:<person>}, {@code u:<unit>}, {@code everyone}. */
    @Transactional(readOnly = true)
    public Map<UUID, List<String>> readerTokens(Collection<UUID> ids) {
        return dossiers.readerTokens(ids, clock.instant());
    }

    /**
     * Waits until the structure of a new version is found, its file has failed or waits for the recognition of letters,
     * or patience ends.
     */
    public DraftVersion afterReading(VersionId id, Duration patience) {
        long begun = System.nanoTime();
        DraftVersion version = versions.any(id).orElseThrow();
        while (version.state() == VersionState.RECEIVED && System.nanoTime() - begun < patience.toNanos()) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a draft was read", stopped);
            }
            version = versions.any(id).orElseThrow();
        }
        return version;
    }

    /**
     * Has the file of a version whose structure is found read a second time now, unless that was done, and says how many
     * findings of its text come from a second reading. Takes seconds.
     */
    public int readTwice(VersionId id) {
        second.read(id);
        return (int) outline(id).stream()
                .flatMap(outline -> outline.warnings().stream())
                .filter(SecondReading::isOfOne)
                .count();
    }
}
