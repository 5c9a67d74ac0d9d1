package vn.gopy.search.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.search.engine.IndexEntity;

/**
 * Invitations begin and rounds close by the clock alone: notes the dossiers of these moments, each once, also those that
 * came while the product was not running.
 */
@Component
class IndexTurns {

    private static final Duration SELDOM = Duration.ofSeconds(5);

    private final IndexSources sources;
    private final IndexOutboxRepository outbox;
    private final IndexStateRepository state;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private Instant lately = Instant.MIN;

    IndexTurns(
            IndexSources sources,
            IndexOutboxRepository outbox,
            IndexStateRepository state,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sources = sources;
        this.outbox = outbox;
        this.state = state;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Notes them, unless that was done a moment ago. */
    void noteSeldom() {
        Instant now = clock.instant();
        if (lately.isAfter(now) || lately.isBefore(now.minus(SELDOM))) {
            note();
        }
    }

    void note() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            Instant until = state.turnedUntil().orElse(now);
            boolean forward = !now.isBefore(until); // a clock set back turns what it turned before
            sources.dossiersTurned(forward ? until : now, forward ? now : until)
                    .forEach(dossier -> outbox.add(IndexEntity.DOSSIER.group(dossier)));
            state.turned(now);
        });
        lately = now;
    }
}
