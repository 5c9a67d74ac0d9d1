package vn.gopy.draft;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.document.FileStore;

/** Takes unchecked versions out, with all that was read from them; nothing can hang on their places yet. */
@Component
class VersionRemoval {

    private final VersionRepository versions;
    private final ProvisionRepository provisions;
    private final StoredCitations citations;
    private final FileStore files;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    VersionRemoval(
            VersionRepository versions,
            ProvisionRepository provisions,
            StoredCitations citations,
            FileStore files,
            Trail trail,
            ApplicationEventPublisher events) {
        this.versions = versions;
        this.provisions = provisions;
        this.citations = citations;
        this.files = files;
        this.trail = trail;
        this.events = events;
    }

    /** Nobody adds or removes a version of the dossier until the transaction ends; always before a version is locked. */
    void lock(DossierId dossier) {
        versions.lock(dossier);
    }

    /** The version as it stands, locked; empty once its check is finished or when it is gone. */
    Optional<DraftVersion> unchecked(VersionId id) {
        return versions.locked(id).filter(version -> version.state() != VersionState.PUBLISHED);
    }

    boolean anyChecked(DossierId dossier) {
        return versions.anyPublished(dossier);
    }

    /** All versions of the dossier whatever their state, locked. */
    List<DraftVersion> all(DossierId dossier) {
        return versions.lockedOf(dossier);
    }

    /** A version that is gone leaves its bytes behind. */
    record Left(String sha256) {}

    /** The row goes, the trail keeps that it was; its bytes go once that is certain. */
    void remove(Person asker, DraftVersion version) {
        citations.erase(version.id());
        provisions.replace(version.id(), List.of());
        versions.remove(version);
        trail.record(
                asker.actor(),
                "VERSION_DELETED",
                "VERSION",
                version.id().value(),
                Change.of("file", version.file().name(), null));
        events.publishEvent(new VersionChanged(version.id(), version.dossierId(), version.state()));
        events.publishEvent(new Left(version.file().sha256()));
    }

    /**
     * Only after the commit, so that neither a failure nor a killed program takes the bytes of a version that stays; unless
     * another document has the same. A program killed in between leaves bytes that nothing names, until they are swept.
     */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void erase(Left left) {
        files.erase(left.sha256());
    }
}
