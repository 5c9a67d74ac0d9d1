package vn.gopy.opinion;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.Anchorings;
import vn.gopy.round.Capacity;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Refusal;

/** Opinions on clauses, in threads, as those see them whom the rules let. */
@Service
public class Comments {

    private final CommentRepository repository;
    private final Rulings rulings;
    private final Drafts drafts;
    private final Dossiers dossiers;
    private final Anchorings anchorings;
    private final Clock clock;

    Comments(
            CommentRepository repository,
            Rulings rulings,
            Drafts drafts,
            Dossiers dossiers,
            Anchorings anchorings,
            Clock clock) {
        this.repository = repository;
        this.rulings = rulings;
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.anchorings = anchorings;
        this.clock = clock;
    }

    /** The opinion or reply, when the asker may see it. */
    @Transactional(readOnly = true)
    public Comment get(Person asker, CommentId id) {
        return seen(asker, id).orElseThrow(Refusal::notFound);
    }

    /** The same; empty when the asker may not, or it is not there. */
    @Transactional(readOnly = true)
    public Optional<Comment> seen(Person asker, CommentId id) {
        return repository.visible(List.of(id), asker, clock.instant()).stream().findFirst();
    }

    /**
     * Every opinion and reply on the version, on those before it and on its whole dossier, that the asker may see; threads in
     * order of their first opinion.
     */
    @Transactional(readOnly = true)
    public List<Comment> of(Person asker, VersionId version) {
        DraftVersion read = drafts.get(asker, version);
        Beside beside = Beside.of(read, anchorings.before(read).ids());
        return repository.visible(beside, asker, clock.instant());
    }

    /** Whether the asker may see the thread now; the live push asks before it tells. */
    @Transactional(readOnly = true)
    public boolean visible(Person asker, CommentId root) {
        return !repository.visible(List.of(root), asker, clock.instant()).isEmpty();
    }

    /** Who will read what the person writes on the version, by the real rule; for the sentence under the box. */
    @Transactional(readOnly = true)
    public Map<Capacity, Visibility> visibility(Person asker, VersionId version) {
        Dossier dossier = dossiers.get(asker, drafts.get(asker, version).dossierId());
        Map<Capacity, Visibility> visibility = new EnumMap<>(Capacity.class);
        for (Capacity capacity : Capacity.values()) {
            visibility.put(
                    capacity,
                    rulings.visibility(asker, capacity, dossier.id(), version, clock.instant(), dossier::discussion));
        }
        return visibility;
    }
}
