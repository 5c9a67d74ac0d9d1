package vn.gopy.opinion;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.gopy.round.ReplySending;

/** What a unit has prepared goes out with the reply that its head sends, in the same transaction. */
@Component
class UnitDraftSending {

    private final Comments comments;

    UnitDraftSending(Comments comments) {
        this.comments = comments;
    }

    @EventListener
    void on(ReplySending sending) {
        comments.sendUnitDrafts(sending.head(), sending.unit(), sending.round(), sending.received());
    }
}
