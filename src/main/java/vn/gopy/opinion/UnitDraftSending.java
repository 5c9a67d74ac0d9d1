package vn.gopy.opinion;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.gopy.round.ReplySending;

/** What a unit has prepared goes out with the reply that its head sends, in the same transaction. */
@Component
class UnitDraftSending {

    private final Sending sendings;

    UnitDraftSending(Sending sendings) {
        this.sendings = sendings;
    }

    @EventListener
    void on(ReplySending sending) {
        sendings.sendUnitDrafts(sending.head(), sending.unit(), sending.round(), sending.received());
    }
}
