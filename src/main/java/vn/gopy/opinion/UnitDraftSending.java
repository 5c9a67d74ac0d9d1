package vn.gopy.opinion;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.gopy.round.ReplySending;

/** What a unit has prepared goes out with the reply that its head sends, in the same transaction. */
@Component
class UnitDraftSending {

    private final Sending sending;

    UnitDraftSending(Sending sending) {
        this.sending = sending;
    }

    @EventListener
    void on(ReplySending reply) {
        sending.sendUnitDrafts(reply.head(), reply.unit(), reply.round(), reply.received());
    }
}
