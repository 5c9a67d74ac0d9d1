package vn.gopy.consolidation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Units;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.NextDrafts.NextDraft;
import vn.gopy.consolidation.merged.MergedDraft;
import vn.gopy.consolidation.merged.PlaceLines;
import vn.gopy.consolidation.review.Finding;
import vn.gopy.consolidation.review.FormRules;
import vn.gopy.consolidation.review.ReferenceRules;
import vn.gopy.consolidation.review.ReferenceRules.Place;
import vn.gopy.document.MarkedCopies;
import vn.gopy.document.rewrite.Marking;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Structure;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Refusal;

/**
 * Soát trước khi trình: what ought to be put right in a version before it is submitted, and the Word file with the repairs as
 * tracked changes. For the secretariat and whoever may finish the check of the version; what is wrong with answers, for
 * the secretariat alone.
 */
@Service
public class SubmissionChecks {

    private final Drafts drafts;
    private final DraftsInside inside;
    private final Dossiers dossiers;
    private final Rounds rounds;
    private final Points points;
    private final SecondChecks checks;
    private final Units units;
    private final MarkedCopies copies;
    private final InstallationSettings settings;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SubmissionChecks(
            Drafts drafts,
            DraftsInside inside,
            Dossiers dossiers,
            Rounds rounds,
            Points points,
            SecondChecks checks,
            Units units,
            MarkedCopies copies,
            InstallationSettings settings,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.drafts = drafts;
        this.inside = inside;
        this.dossiers = dossiers;
        this.rounds = rounds;
        this.points = points;
        this.checks = checks;
        this.units = units;
        this.copies = copies;
        this.settings = settings;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the person may look at the version in this way. */
    public boolean mayCheck(Person asker, DraftVersion version) {
        return asker.is(Role.SECRETARIAT) || drafts.mayPublish(asker, version);
    }

    /** The findings, rule by rule, each in reading order. */
    @Transactional
    public List<Finding> of(Person asker, VersionId id) {
        DraftVersion version = checked(asker, id);
        Structure structure = inside.structure(id);
        List<Finding> findings = new ArrayList<>(references(asker, version, structure));
        findings.addAll(reasons(asker, version));
        findings.addAll(FormRules.retiredBodies(structure, units.renamed()));
        findings.addAll(FormRules.listLetters(structure));
        findings.addAll(FormRules.endMarks(structure));
        return List.copyOf(findings);
    }

    /**
     * The Word file with the repairs of these findings as tracked changes of the secretariat; the export is traced.
     *
     * @param keys of findings; empty for every one that has a repair
     * @throws Refusal {@code NOT_A_WORD_FILE} where the version is of another kind; {@code NOTHING_TO_REPAIR}
     */
    public NextDraft repaired(Person asker, VersionId id, Set<String> keys) {
        Marking marking = transaction.execute(running -> {
            trail.record(asker.actor(), "REPAIRED_DRAFT_EXPORTED", "VERSION", id.value());
            return marking(asker, id, keys);
        });
        DraftVersion version = drafts.get(asker, id);
        byte[] bytes = copies.of(version.file().sha256(), marking).file();
        String code = dossiers.get(asker, version.dossierId()).code();
        return new NextDraft(code + " " + version.name().official() + ", đã soát.docx", bytes);
    }

    private Marking marking(Person asker, VersionId id, Set<String> keys) {
        var merged = new MergedDraft(
                new PlaceLines(inside.structure(id)),
                settings.get().office().secretariat(),
                NextDrafts.stamp(clock.instant()));
        of(asker, id).stream()
                .filter(one -> keys.isEmpty() || keys.contains(one.key()))
                .map(Finding::repair)
                .filter(Objects::nonNull)
                .forEach(merged::take);
        if (merged.changes().isEmpty()) {
            throw Refusal.conflict("NOTHING_TO_REPAIR");
        }
        return Marking.of(inside.reading(id).blocks(), merged.changes(), List.of());
    }

    private DraftVersion checked(Person asker, VersionId id) {
        DraftVersion version = drafts.get(asker, id);
        if (!mayCheck(asker, version)) {
            throw Refusal.forbidden();
        }
        drafts.outline(asker, id); // refuses what was not read
        return version;
    }

    // ---- references

    private List<Finding> references(Person asker, DraftVersion version, Structure structure) {
        Optional<DraftVersion> before = before(asker, version);
        Optional<Outline> outline = before.map(DraftVersion::id).flatMap(inside::outline);
        Map<Place, Place> now = before.map(one -> now(inside.provisions(one.id()), inside.provisions(version.id())))
                .orElseGet(Map::of);
        return ReferenceRules.of(structure, outline.orElse(null), now);
    }

    /** The newest published version of the series before this one. */
    private Optional<DraftVersion> before(Person asker, DraftVersion version) {
        return drafts.of(asker, version.dossierId()).stream()
                .filter(one -> one.seriesId().equals(version.seriesId())
                        && one.ordinal() < version.ordinal()
                        && one.state() == VersionState.PUBLISHED)
                .max(Comparator.comparingInt(DraftVersion::ordinal));
    }

    private static Map<Place, Place> now(Collection<PlacedProvision> then, Collection<PlacedProvision> here) {
        Map<LineageId, Place> places = here.stream()
                .filter(place -> place.lineage() != null)
                .collect(Collectors.toMap(
                        place -> Objects.requireNonNull(place.lineage()),
                        place -> new Place(place.body(), place.path()),
                        (first, second) -> first));
        Map<Place, Place> now = new HashMap<>();
        for (PlacedProvision place : then) {
            Place moved = place.lineage() == null ? null : places.get(place.lineage());
            if (moved != null) {
                now.put(new Place(place.body(), place.path()), moved);
            }
        }
        return now;
    }

    // ---- answers

    private List<Finding> reasons(Person asker, DraftVersion version) {
        List<Finding> findings = new ArrayList<>();
        if (!asker.is(Role.SECRETARIAT)) {
            return findings;
        }
        for (Round round : rounds.of(asker, version.dossierId())) {
            boolean over = !clock.instant().isBefore(round.closes());
            for (Point point : points.of(asker, round.id())) {
                boolean silent = point.answer().isBlank();
                boolean needed =
                        point.outcome() == null ? over : point.outcome().needsReason();
                if (silent && needed) {
                    findings.add(new Finding(
                            Finding.Rule.MISSING_REASON,
                            round.id().toString(),
                            String.valueOf(point.number()),
                            point.who(),
                            "",
                            null));
                }
            }
            checks.unchecked(asker, round.id())
                    .forEach(number -> findings.add(new Finding(
                            Finding.Rule.UNCHECKED_ANSWER,
                            round.id().toString(),
                            String.valueOf(number),
                            "",
                            "",
                            null)));
        }
        return findings;
    }
}
