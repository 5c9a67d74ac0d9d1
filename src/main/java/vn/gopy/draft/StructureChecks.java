package vn.gopy.draft;

import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.document.DocumentReader;
import vn.gopy.document.FileStore;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Origin;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Readings;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.RepairsMoved;
import vn.gopy.legaltext.Structure;
import vn.gopy.legaltext.Structures;
import vn.gopy.shared.Refusal;

/** Kiểm tra cấu trúc: the original beside the outline of a version, and the repairs of those who check it. */
@Service
public class StructureChecks {

    private static final int MOST_REPAIRS = 5_000;

    private final Drafts drafts;
    private final VersionRepository versions;
    private final ProvisionRepository provisions;
    private final StoredOutline outlines;
    private final StoredRepairs stored;
    private final DocumentReader reader;
    private final FileStore files;
    private final TransactionTemplate transaction;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    StructureChecks(
            Drafts drafts,
            VersionRepository versions,
            ProvisionRepository provisions,
            StoredOutline outlines,
            StoredRepairs stored,
            DocumentReader reader,
            FileStore files,
            TransactionTemplate transaction,
            Trail trail,
            ApplicationEventPublisher events) {
        this.drafts = drafts;
        this.versions = versions;
        this.provisions = provisions;
        this.outlines = outlines;
        this.stored = stored;
        this.reader = reader;
        this.files = files;
        this.transaction = transaction;
        this.trail = trail;
        this.events = events;
    }

    /**
     * @param open whether the structure may still be repaired
     * @param origin how the text came about
     * @param tracked how many changes Word has tracked in the file
     */
    public record Check(DraftVersion version, boolean open, Structure structure, Origin origin, int tracked) {

        private Check saved(DraftVersion now) {
            return new Check(now, true, structure, origin, tracked);
        }
    }

    /** The structure as it stands, for those who may finish the check; also after it is finished. */
    @Transactional(readOnly = true)
    public Check get(Person asker, VersionId id) {
        DraftVersion version = checkable(asker, id);
        return check(version, stored.decode(versions.repairs(id)));
    }

    /** Refuses whom and what a repair is not for: hidden, not the checker's, or not at the check any more. */
    @Transactional(readOnly = true)
    public void requireOpen(Person asker, VersionId id) {
        open(asker, id);
    }

    /** Refuses when somebody else has repaired since the asker looked. */
    @Transactional(readOnly = true)
    public void requireSeen(Person asker, VersionId id, int version) {
        if (open(asker, id).version() != version) {
            throw Refusal.stale();
        }
    }

    /**
     * Puts these repairs in place of those before; a shorter list undoes. Outline and places are computed anew in the
     * same transaction. The reading itself never changes.
     *
     * @param version the version that the asker has seen
     */
    @Transactional
    public Check apply(Person asker, VersionId id, int version, List<Repair> repairs) {
        DraftVersion before = open(asker, id);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        if (repairs.size() > MOST_REPAIRS) {
            throw Refusal.unprocessable("TOO_MANY", MOST_REPAIRS);
        }
        Check check = check(before, repairs);
        requireUseful(check.structure());
        Change change = Change.of(
                "repairs", versions.repairs(id), stored.encode(check.structure().repairs()));
        save(check);
        trail.record(asker.actor(), "STRUCTURE_REPAIRED", "VERSION", id.value(), change);
        return check.saved(versions.any(id).orElseThrow());
    }

    /**
     * Reads the file again with another choice of tracked changes. Repairs follow their paragraphs; those whose paragraph
     * has another text now are given up.
     *
     * @param version the version that the asker has seen
     */
    public Check reread(Person asker, VersionId id, int version, Changes changes) {
        DraftVersion before = open(asker, id);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        byte[] content = files.read(before.file().sha256());
        Reading reading = reader.read(content, before.file().name(), changes);
        if (reading.problem() != null) {
            throw Refusal.unprocessable(reading.problem().name());
        }
        return Objects.requireNonNull(transaction.execute(status -> take(asker, id, version, reading)));
    }

    private Check take(Person asker, VersionId id, int version, Reading reading) {
        DraftVersion before = open(asker, id);
        Reading earlier = Readings.decode(versions.reading(id));
        List<Repair> repairs = RepairsMoved.to(earlier.blocks(), reading.blocks(), stored.decode(versions.repairs(id)));
        Check check = check(before, reading, repairs);
        requireText(check.structure());
        if (before.version() != version) {
            throw Refusal.stale();
        }
        versions.reread(id, Readings.encode(reading), reading.reader());
        Change change = Change.of(
                "changes",
                earlier.origin().changes().name(),
                reading.origin().changes().name());
        save(check);
        trail.record(asker.actor(), "VERSION_REREAD", "VERSION", id.value(), change);
        return check.saved(versions.any(id).orElseThrow());
    }

    private void save(Check check) {
        DraftVersion version = check.version();
        String repairs = stored.encode(check.structure().repairs());
        byte[] outline = outlines.encode(check.structure().outline());
        if (!versions.repaired(version.id(), version.version(), repairs, outline)) {
            throw Refusal.stale();
        }
        provisions.replace(
                version.id(), Placing.of(version.id(), check.structure().outline()));
        events.publishEvent(new VersionChanged(version.id(), version.dossierId(), version.state()));
    }

    private static void requireUseful(Structure structure) {
        if (!structure.lost().isEmpty()) {
            throw Refusal.unprocessable("REPAIR_NO_PLACE");
        }
        requireText(structure);
    }

    private static void requireText(Structure structure) {
        if (structure.outline().problem() != null) {
            throw Refusal.unprocessable(structure.outline().problem().name());
        }
    }

    private DraftVersion open(Person asker, VersionId id) {
        DraftVersion version = checkable(asker, id);
        if (version.state() != VersionState.REVIEW) {
            throw Refusal.conflict("NOT_IN_REVIEW");
        }
        return version;
    }

    private DraftVersion checkable(Person asker, VersionId id) {
        DraftVersion version = drafts.get(asker, id);
        if (!drafts.mayPublish(asker, version)) {
            throw Refusal.forbidden();
        }
        if (version.state() != VersionState.REVIEW && version.state() != VersionState.PUBLISHED) {
            throw Refusal.conflict("NOT_READ");
        }
        return version;
    }

    private Check check(DraftVersion version, List<Repair> repairs) {
        return check(version, Readings.decode(versions.reading(version.id())), repairs);
    }

    private static Check check(DraftVersion version, Reading reading, List<Repair> repairs) {
        Structure structure = Structures.of(
                reading, repairs, version.file().name(), version.file().sha256());
        return new Check(
                version,
                version.state() == VersionState.REVIEW,
                structure,
                reading.origin(),
                reading.revisions().size());
    }
}
