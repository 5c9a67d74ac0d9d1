package vn.gopy.draft;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Readings;
import vn.gopy.legaltext.Repair;
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
    private final StoredCitations citations;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    StructureChecks(
            Drafts drafts,
            VersionRepository versions,
            ProvisionRepository provisions,
            StoredOutline outlines,
            StoredRepairs stored,
            StoredCitations citations,
            Trail trail,
            ApplicationEventPublisher events) {
        this.drafts = drafts;
        this.versions = versions;
        this.provisions = provisions;
        this.outlines = outlines;
        this.stored = stored;
        this.citations = citations;
        this.trail = trail;
        this.events = events;
    }

    /** @param open whether the structure may still be repaired */
    public record Check(DraftVersion version, boolean open, Structure structure) {}

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
        save(asker, check);
        return new Check(versions.any(id).orElseThrow(), true, check.structure());
    }

    private void save(Person asker, Check check) {
        DraftVersion version = check.version();
        String repairs = stored.encode(check.structure().repairs());
        String earlier = versions.repairs(version.id());
        byte[] outline = outlines.encode(check.structure().outline());
        if (!versions.repaired(version.id(), version.version(), repairs, outline)) {
            throw Refusal.stale();
        }
        provisions.replace(
                version.id(), Placing.of(version.id(), check.structure().outline()));
        citations.write(version.id(), check.structure().outline());
        Change change = Change.of("repairs", earlier, repairs);
        trail.record(
                asker.actor(), "STRUCTURE_REPAIRED", "VERSION", version.id().value(), change);
        events.publishEvent(new VersionChanged(version.id(), version.dossierId(), version.state()));
    }

    private static void requireUseful(Structure structure) {
        if (!structure.lost().isEmpty()) {
            throw Refusal.unprocessable("REPAIR_NO_PLACE");
        }
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
        Reading reading = Readings.decode(versions.reading(version.id()));
        Structure structure = Structures.of(
                reading, repairs, version.file().name(), version.file().sha256());
        return new Check(version, version.state() == VersionState.REVIEW, structure);
    }
}
