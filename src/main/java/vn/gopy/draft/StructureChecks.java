package vn.gopy.draft;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.document.DocumentReader;
import vn.gopy.document.FileStore;
import vn.gopy.draft.alignment.AlignmentKeeper;
import vn.gopy.draft.place.Nearby;
import vn.gopy.draft.place.Placing;
import vn.gopy.draft.place.SamePlaces;
import vn.gopy.draft.repair.StoredRepairs;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.FileHistory;
import vn.gopy.legaltext.Origin;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Readings;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.RepairsMoved;
import vn.gopy.legaltext.SecondReading;
import vn.gopy.legaltext.Structure;
import vn.gopy.legaltext.Structures;
import vn.gopy.legaltext.Warning;
import vn.gopy.shared.ByteBudget;
import vn.gopy.shared.Excerpt;
import vn.gopy.shared.Refusal;

/** Kiểm tra cấu trúc: the original beside the outline of a version, and the repairs of those who check it. */
@Service
public class StructureChecks {

    private static final int MOST_REPAIRS = 5_000;
    private static final int MOST_NAMES = 3;
    private static final int LONGEST_NAME = 60;

    private final Drafts drafts;
    private final VersionRepository versions;
    private final ProvisionRepository provisions;
    private final StoredOutline outlines;
    private final StoredRepairs stored;
    private final DocumentReader reader;
    private final FileStore files;
    private final ByteBudget budget;
    private final TransactionTemplate transaction;
    private final StoredCitations citations;
    private final AlignmentKeeper alignment;
    private final Trail trail;
    private final List<PlaceKeeper> keepers;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    StructureChecks(
            Drafts drafts,
            VersionRepository versions,
            ProvisionRepository provisions,
            StoredOutline outlines,
            StoredRepairs stored,
            DocumentReader reader,
            FileStore files,
            ByteBudget budget,
            TransactionTemplate transaction,
            StoredCitations citations,
            AlignmentKeeper alignment,
            Trail trail,
            List<PlaceKeeper> keepers,
            ApplicationEventPublisher events,
            JsonMapper json) {
        this.drafts = drafts;
        this.versions = versions;
        this.provisions = provisions;
        this.outlines = outlines;
        this.stored = stored;
        this.reader = reader;
        this.files = files;
        this.budget = budget;
        this.transaction = transaction;
        this.citations = citations;
        this.alignment = alignment;
        this.trail = trail;
        this.keepers = keepers;
        this.events = events;
        this.json = json;
    }

    /**
     * @param open whether the check is not finished yet
     * @param origin how the text came about
     * @param tracked how many changes Word has tracked in the file
     * @param repairer who repaired last, so that whoever comes second is told by whom
     * @param history what the file says about itself, as far as it was read a second time
     */
    public record Check(
            DraftVersion version,
            boolean open,
            Structure structure,
            Origin origin,
            int tracked,
            Optional<Repairer> repairer,
            FileHistory history) {

        private Check saved(DraftVersion now, Optional<Repairer> by) {
            return new Check(now, now.state() == VersionState.REVIEW, structure, origin, tracked, by, history);
        }
    }

    /** Somebody who has repaired, by the name that others see. */
    public record Repairer(PersonId id, String name) {}

    /** The structure as it stands, for those who may finish the check; also after it is finished. */
    @Transactional(readOnly = true)
    public Check get(Person asker, VersionId id) {
        DraftVersion version = checkable(asker, id);
        return check(version, stored.decode(versions.repairs(id)));
    }

    /** Refuses whom and what a repair is not for: hidden, not the checker's, or not read yet. */
    @Transactional(readOnly = true)
    public void requireRepairable(Person asker, VersionId id) {
        checkable(asker, id);
    }

    /** Refuses besides when the check is finished. */
    @Transactional(readOnly = true)
    public void requireOpen(Person asker, VersionId id) {
        open(asker, id);
    }

    /** Refuses when somebody else has repaired since the asker looked. */
    @Transactional(readOnly = true)
    public void requireSeen(Person asker, VersionId id, int version) {
        if (checkable(asker, id).version() != version) {
            throw Refusal.stale();
        }
    }

    /**
     * Puts these repairs in place of those before; a shorter list undoes. Outline and places are computed anew in the
     * same transaction. The reading itself never changes. After the check is finished this makes a new revision: places
     * keep their identity by their words, and a repair that would leave an opinion without its place is refused.
     *
     * @param version the version that the asker has seen
     */
    @Transactional
    public Check apply(Person asker, VersionId id, int version, List<Repair> repairs) {
        DraftVersion before = checkable(asker, id);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        if (repairs.size() > MOST_REPAIRS) {
            throw Refusal.unprocessable("TOO_MANY", MOST_REPAIRS);
        }
        versions.locked(id); // what a second reading finds meanwhile must not be written over
        Check check = check(before, repairs);
        requireUseful(check.structure());
        Change change = Change.of(
                "repairs", versions.repairs(id), stored.encode(check.structure().repairs()));
        save(asker, check);
        String action = before.state() == VersionState.PUBLISHED ? "STRUCTURE_REVISED" : "STRUCTURE_REPAIRED";
        trail.record(asker.actor(), action, "VERSION", id.value(), change);
        return saved(check);
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
        Reading reading = read(asker, before, changes);
        if (reading.problem() != null) {
            throw Refusal.unprocessable(reading.problem().name());
        }
        return Objects.requireNonNull(transaction.execute(status -> take(asker, id, version, reading)));
    }

    private Reading read(Person asker, DraftVersion version, Changes changes) {
        try (ByteBudget.Held held = budget.hold(asker.id(), version.file().size())) {
            return reader.read(
                    files.read(version.file().sha256()), version.file().name(), changes);
        }
    }

    private Check take(Person asker, VersionId id, int version, Reading reading) {
        DraftVersion before = open(asker, id);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        versions.locked(id); // what a second reading finds meanwhile must not be written over
        Reading earlier = Readings.decode(versions.reading(id));
        List<Repair> repairs = RepairsMoved.to(earlier.blocks(), reading.blocks(), stored.decode(versions.repairs(id)));
        Reading warned = foundAgain(before, earlier, reading);
        Check check = check(before, warned, repairs);
        requireText(check.structure());
        versions.reread(id, Readings.encode(warned), warned.reader());
        Change change = Change.of(
                "changes",
                earlier.origin().changes().name(),
                reading.origin().changes().name());
        save(asker, check);
        trail.record(asker.actor(), "VERSION_REREAD", "VERSION", id.value(), change);
        return saved(check);
    }

    /** A second reading knows both sides of the changes, so what it found holds for each choice. */
    private static Reading foundAgain(DraftVersion version, Reading earlier, Reading reading) {
        List<Warning> found =
                earlier.warnings().stream().filter(SecondReading::isOfOne).toList();
        if (found.isEmpty()) {
            return reading;
        }
        Outline outline =
                Outlines.of(reading, version.file().name(), version.file().sha256());
        var places = new Nearby(Placing.of(version.id(), outline));
        return reading.with(found.stream()
                .map(it -> it.at(places.after(SecondReading.before(it)).orElse(null)))
                .toList());
    }

    private Check saved(Check check) {
        VersionId id = check.version().id();
        return check.saved(versions.any(id).orElseThrow(), versions.repairer(id));
    }

    private void save(Person asker, Check check) {
        DraftVersion version = check.version();
        String repairs = stored.encode(check.structure().repairs());
        byte[] outline = outlines.encode(check.structure().outline());
        if (!versions.repaired(version.id(), version.version(), repairs, outline, asker)) {
            throw Refusal.stale();
        }
        List<PlacedProvision> places =
                Placing.of(version.id(), check.structure().outline());
        if (version.state() == VersionState.PUBLISHED) {
            revise(version, places);
        } else {
            provisions.replace(version.id(), places);
        }
        citations.write(version.id(), check.structure().outline());
        events.publishEvent(new VersionChanged(version.id(), version.dossierId(), version.state()));
    }

    private void revise(DraftVersion version, List<PlacedProvision> places) {
        List<PlacedProvision> before = provisions.of(version.id());
        Replacing replacing = Replacing.of(before, places, SamePlaces.byWords(before, places));
        Set<ProvisionId> losing = keepers.stream()
                .flatMap(keeper -> keeper.losing(replacing.gone(), replacing.changed()).stream())
                .collect(Collectors.toSet());
        if (!losing.isEmpty()) {
            throw Refusal.unprocessable("REPAIR_ORPHANS", names(before, losing));
        }
        alignment.leaving(version, replacing.goneIds());
        provisions.write(replacing);
        alignment.repaired(version);
    }

    /** "Điều 2, 1." */
    private static String names(List<PlacedProvision> places, Set<ProvisionId> ids) {
        return places.stream()
                .filter(place -> ids.contains(place.id()))
                .limit(MOST_NAMES)
                .map(place -> place.label() == null ? "“" + beginning(place) + "”" : above(places, place))
                .collect(Collectors.joining(", "));
    }

    private static String above(List<PlacedProvision> places, PlacedProvision place) {
        String above = places.stream()
                .filter(one ->
                        one.id().equals(place.parent()) && one.label() != null && place.kind() != PlaceKind.ARTICLE)
                .map(one -> above(places, one) + " › ")
                .findFirst()
                .orElse("");
        return above + place.label();
    }

    private static String beginning(PlacedProvision place) {
        String words = place.heading() == null || place.heading().isEmpty() ? place.text() : place.heading();
        return Excerpt.of(words, LONGEST_NAME);
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

    private Check check(DraftVersion version, Reading reading, List<Repair> repairs) {
        Structure structure = Structures.of(
                reading, repairs, version.file().name(), version.file().sha256());
        return new Check(
                version,
                version.state() == VersionState.REVIEW,
                structure,
                reading.origin(),
                reading.revisions().size(),
                versions.repairer(version.id()),
                versions.history(version.id())
                        .map(it -> json.readValue(it, FileHistory.class))
                        .orElse(FileHistory.UNKNOWN));
    }
}
