package vn.gopy.search.index;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.gopy.consolidation.GroupsChanged;
import vn.gopy.draft.DossierChanged;
import vn.gopy.draft.VersionChanged;
import vn.gopy.draft.VersionState;
import vn.gopy.opinion.CommentChanged;
import vn.gopy.round.ReplyChanged;
import vn.gopy.round.RoundAccessChanged;
import vn.gopy.round.RoundsInside;
import vn.gopy.search.engine.IndexEntity;

/**
 * Notes every change in the transaction that makes it, so that neither can exist without the other. What is noted is only
 * that something changed: the indexer reads the state of its own moment.
 */
@Component
class IndexChanges {

    private final IndexOutboxRepository outbox;
    private final RoundsInside rounds;
    private final IndexKeeper keeper;

    IndexChanges(IndexOutboxRepository outbox, RoundsInside rounds, IndexKeeper keeper) {
        this.outbox = outbox;
        this.rounds = rounds;
        this.keeper = keeper;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DossierChanged changed) {
        outbox.add(IndexEntity.DOSSIER.group(changed.dossierId().value()));
    }

    /** A newly published version makes the ones before it earlier ones. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(VersionChanged changed) {
        outbox.add(
                changed.state() == VersionState.PUBLISHED
                        ? IndexEntity.DOSSIER.group(changed.dossierId().value())
                        : IndexEntity.VERSION.group(changed.versionId().value()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CommentChanged changed) {
        outbox.add(IndexEntity.THREAD.group(changed.root().value()));
    }

    /** Opening, closing and announcing change who may see the opinions and answers of its drafts. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RoundAccessChanged changed) {
        rounds.dossiers(changed.roundId()).forEach(id -> outbox.add(IndexEntity.DOSSIER.group(id.value())));
    }

    /** Of a reply only its letter can be found; the opinions that go with it are told by themselves. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ReplyChanged changed) {
        outbox.add(IndexEntity.LETTER.group(changed.replyId().value()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(GroupsChanged changed) {
        outbox.add(changed.groups().stream()
                .map(group -> IndexEntity.ANSWER.group(group.value()))
                .toList());
    }

    @TransactionalEventListener(
            phase = TransactionPhase.AFTER_COMMIT,
            classes = {
                DossierChanged.class,
                VersionChanged.class,
                CommentChanged.class,
                RoundAccessChanged.class,
                ReplyChanged.class,
                GroupsChanged.class
            })
    void committed() {
        keeper.wake();
    }
}
