package vn.gopy.draft;

import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.legaltext.Reading;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * What those who may finish the check of a version do with it besides: its label, another file in its place, its end
 * while it is unchecked.
 */
@Service
public class VersionKeeping {

    private final Drafts drafts;
    private final VersionRepository versions;
    private final VersionRemoval removal;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    VersionKeeping(
            Drafts drafts,
            VersionRepository versions,
            VersionRemoval removal,
            Trail trail,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.drafts = drafts;
        this.versions = versions;
        this.removal = removal;
        this.trail = trail;
        this.events = events;
        this.transaction = transaction;
    }

    /** Refuses who may not see the version (404) or not keep it (403). */
    @Transactional(readOnly = true)
    public void requireKeeper(Person asker, VersionId id) {
        kept(asker, id);
    }

    /** Refuses besides when its check is finished (409). */
    @Transactional(readOnly = true)
    public void requireUnchecked(Person asker, VersionId id) {
        if (kept(asker, id).state() == VersionState.PUBLISHED) {
            throw Refusal.conflict("VERSION_CHECKED");
        }
    }

    private DraftVersion kept(Person asker, VersionId id) {
        DraftVersion version = drafts.get(asker, id);
        if (!drafts.mayPublish(asker, version)) {
            throw Refusal.forbidden();
        }
        return version;
    }

    /**
     * Calls the version otherwise; an empty label is "Dự thảo lần n" again.
     *
     * @param version the version that the asker has seen
     */
    @Transactional
    public DraftVersion label(Person asker, VersionId id, int version, String label) {
        DraftVersion before = kept(asker, id);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        String words = TextGate.NAME.pass(label);
        if (!versions.label(id, version, words)) {
            throw Refusal.stale();
        }
        trail.record(
                asker.actor(), "VERSION_LABELLED", "VERSION", id.value(), Change.of("label", before.label(), words));
        events.publishEvent(new VersionChanged(id, before.dossierId(), before.state()));
        return versions.any(id).orElseThrow();
    }

    /**
     * Deletes an unchecked version with its file; the trail keeps that it was.
     *
     * @param version the version that the asker has seen
     */
    @Transactional
    public void delete(Person asker, VersionId id, int version) {
        DraftVersion removed = taken(asker, id);
        if (removed.version() != version) {
            throw Refusal.stale();
        }
        removal.remove(asker, removed);
        versions.removeEmptyPaper(removed.seriesId());
    }

    /**
     * Puts another file in the place of an unchecked version: same series, same ordinal, read anew. When the file is
     * refused, the version stays as it was.
     */
    public DraftVersion replace(Person asker, VersionId id, UploadedFile handedIn) {
        requireUnchecked(asker, id);
        UploadedFile upload = handedIn.passed();
        Reading reading = drafts.read(upload);
        return Objects.requireNonNull(transaction.execute(status -> {
            DraftVersion removed = taken(asker, id);
            removal.remove(asker, removed);
            return drafts.store(asker, removed, upload, reading);
        }));
    }

    private DraftVersion taken(Person asker, VersionId id) {
        removal.lock(kept(asker, id).dossierId());
        return removal.unchecked(id).orElseThrow(() -> Refusal.conflict("VERSION_CHECKED"));
    }
}
