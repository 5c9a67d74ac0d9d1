package vn.gopy.draft.alignment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionChanged;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.legaltext.alignment.Choice;
import vn.gopy.shared.Refusal;

/** Đối chiếu điều khoản: how a version is tied to the one before, as people see and decide it. */
@Service
public class VersionAlignments {

    private final Drafts drafts;
    private final AlignmentKeeper keeper;
    private final AlignmentRepository repository;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    VersionAlignments(
            Drafts drafts,
            AlignmentKeeper keeper,
            AlignmentRepository repository,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.drafts = drafts;
        this.keeper = keeper;
        this.repository = repository;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The ties of the version. While its check is not finished they are what would be proposed if it were now, and nothing
     * is kept of them.
     *
     * @throws Refusal NOT_FOUND; CONFLICT, NOT_READ where the version has no text
     */
    @Transactional(readOnly = true)
    public VersionAlignment of(Person asker, VersionId id) {
        Drafts.PlacedOutline placed = drafts.placedOutline(asker, id);
        Optional<VersionId> older = older(placed.version());
        if (older.isEmpty()) {
            return new VersionAlignment(placed.version(), null, List.of(), List.of(), placed.places());
        }
        Drafts.PlacedOutline before = drafts.placedOutline(asker, older.get());
        List<StoredTie> ties = placed.version().state() == VersionState.PUBLISHED
                ? repository.of(older.get(), id).stream()
                        .filter(StoredTie::holds)
                        .toList()
                : Proposing.of(text(before), text(placed), List.of());
        return new VersionAlignment(placed.version(), before.version(), ties, before.places(), placed.places());
    }

    private Optional<VersionId> older(DraftVersion version) {
        return repository
                .olderOf(version.id())
                .or(() -> repository.publishedBefore(version.seriesId(), version.ordinal()));
    }

    private static Proposing.Text text(Drafts.PlacedOutline placed) {
        return new Proposing.Text(placed.outline(), placed.places());
    }

    /**
     * The words of places of the version before, and of places of this one, with all that stands below them: what a person
     * looks at who decides whether they are the same.
     *
     * @throws Refusal PLACE_UNTIED for a place of another version
     */
    @Transactional(readOnly = true)
    public Words words(Person asker, VersionId id, List<ProvisionId> before, List<ProvisionId> after) {
        List<PlacedProvision> older = older(drafts.get(asker, id))
                .map(it -> drafts.provisions(asker, it))
                .orElse(List.of());
        return new Words(WholeWords.of(older, before), WholeWords.of(drafts.provisions(asker, id), after));
    }

    /** @param before a line for each place; empty without one */
    public record Words(String before, String after) {}

    /**
     * What people have said became of places of the older version in the newer one; nothing where these two are not tied.
     *
     * @throws Refusal NOT_FOUND
     */
    @Transactional(readOnly = true)
    public List<Choice> chosen(Person asker, VersionId newer, VersionId older) {
        return Proposing.choices(
                drafts.provisions(asker, older), drafts.provisions(asker, newer), repository.of(older, newer));
    }

    /** The places of the version that the one before had not, as its ties say, in reading order. */
    @Transactional(readOnly = true)
    public List<PlacedProvision> newPlaces(Person asker, VersionId id) {
        VersionAlignment alignment = of(asker, id);
        Set<ProvisionId> fresh = alignment.ties().stream()
                .filter(tie -> tie.before().isEmpty())
                .flatMap(tie -> tie.after().stream())
                .collect(Collectors.toSet());
        return alignment.places().stream()
                .filter(place -> fresh.contains(place.id()))
                .toList();
    }

    /** Refuses who may not see the version (404), who may not decide its ties (403), and before the check is finished (409). */
    @Transactional(readOnly = true)
    public void requireDecidable(Person asker, VersionId id) {
        decidable(asker, id);
    }

    private DraftVersion decidable(Person asker, VersionId id) {
        DraftVersion version = drafts.get(asker, id);
        if (!drafts.mayPublish(asker, version)) {
            throw Refusal.forbidden();
        }
        if (version.state() != VersionState.PUBLISHED) {
            throw Refusal.conflict("NOT_PUBLISHED");
        }
        return version;
    }

    /**
     * Whoever may finish the check of a version says which ties are right and which places are tied otherwise. What stands
     * around follows: the other ties are found anew, and the places of this version and of all that came after get the
     * lineages that follow from it.
     *
     * @param seen the number of the version that the asker looked at
     * @throws Refusal STALE when somebody changed it since; UNPROCESSABLE as {@link Decisions} and its places need
     */
    @Transactional
    public VersionAlignment decide(Person asker, VersionId id, int seen, Decisions decisions) {
        DraftVersion version = decidable(asker, id);
        if (!repository.changed(id, seen)) {
            throw Refusal.stale();
        }
        repository.lock(version.seriesId());
        VersionId older = older(version).orElseThrow(() -> Refusal.unprocessable("TIE_UNKNOWN"));
        var decision = new StoredTie.Decision(asker.id(), clock.instant());
        List<StoredTie> holding =
                repository.of(older, id).stream().filter(StoredTie::holds).toList();
        Deciding decided = Deciding.of(holding, decisions, decision);
        repository.reject(decided.rejected(), decision);
        keeper.align(older, id, decided.known());
        keeper.follow(version, Optional.of(older));
        record(asker, id, decisions, decided);
        events.publishEvent(new VersionChanged(id, version.dossierId(), version.state()));
        return of(asker, id);
    }

    private void record(Person asker, VersionId id, Decisions decisions, Deciding decided) {
        @Nullable
        String before = decided.rejected().isEmpty() ? null : decided.rejected().toString();
        String after = decisions.confirmed() + " " + decisions.corrected() + " " + decisions.reopened();
        trail.record(asker.actor(), "ALIGNMENT_DECIDED", "VERSION", id.value(), Change.of("ties", before, after));
    }
}
