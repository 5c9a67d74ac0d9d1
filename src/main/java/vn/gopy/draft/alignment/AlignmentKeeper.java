package vn.gopy.draft.alignment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;

/**
 * Keeps the ties between published versions of a series, and the lineages that follow from them, whoever asks. The version
 * whose change is the cause is locked before, then the series.
 */
@Component
public class AlignmentKeeper {

    private final AlignmentRepository repository;
    private final DraftsInside drafts;

    AlignmentKeeper(AlignmentRepository repository, DraftsInside drafts) {
        this.repository = repository;
        this.drafts = drafts;
    }

    /** Ties a version that is being published to the one before, as the words propose; every place gets its lineage. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void published(DraftVersion version) {
        repository.lock(version.seriesId());
        Optional<VersionId> older = repository.publishedBefore(version.seriesId(), version.ordinal());
        older.ifPresent(before -> align(before, version.id()));
        follow(version, older);
    }

    /** These places of a published version will be no more in a moment, and what was said of them neither. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaving(DraftVersion version, Collection<ProvisionId> places) {
        repository.lock(version.seriesId()); // before any place goes: whoever ties to it holds the series
        repository.forget(places);
    }

    /** The structure of a published version was repaired: its ties to both sides are found anew around the confirmed ones. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void repaired(DraftVersion version) {
        repository.lock(version.seriesId());
        Optional<VersionId> older = repository
                .olderOf(version.id())
                .or(() -> repository.publishedBefore(version.seriesId(), version.ordinal()));
        older.ifPresent(before -> align(before, version.id()));
        repository.newerOf(version.id()).forEach(newer -> align(version.id(), newer));
        follow(version, older);
    }

    /** The ties of both versions that hold, in the reading order of the newer one. */
    @Transactional(readOnly = true)
    public List<StoredTie> holding(VersionId older, VersionId newer) {
        return repository.of(older, newer).stream().filter(StoredTie::holds).toList();
    }

    private void align(VersionId older, VersionId newer) {
        align(older, newer, repository.of(older, newer));
    }

    /** Finds the ties of both anew around what is known of them. */
    void align(VersionId older, VersionId newer, List<StoredTie> known) {
        repository.write(older, newer, Proposing.of(text(older), text(newer), known));
    }

    private Proposing.Text text(VersionId version) {
        return new Proposing.Text(drafts.outline(version).orElseThrow(), drafts.provisions(version));
    }

    /** Gives a version its lineages by the ties that stand, then all that were aligned with it. */
    void follow(DraftVersion version, Optional<VersionId> older) {
        List<PlacedProvision> before = older.map(drafts::provisions).orElse(List.of());
        List<StoredTie> ties = older.map(it -> repository.of(it, version.id())).orElse(List.of()).stream()
                .filter(StoredTie::holds)
                .toList();
        Lineages lineages = Lineages.of(before, drafts.provisions(version.id()), ties);
        repository.write(version.seriesId(), before, lineages);
        for (VersionId newer : repository.newerOf(version.id())) {
            follow(drafts.version(newer).orElseThrow(), Optional.of(version.id()));
        }
    }
}
