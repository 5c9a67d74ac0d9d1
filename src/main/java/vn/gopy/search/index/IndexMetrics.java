package vn.gopy.search.index;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Figures of the index for watching: what differs from the database and what cannot be indexed must be 0. */
@Component
class IndexMetrics {

    IndexMetrics(MeterRegistry meters, IndexKeeper keeper, IndexOutboxRepository outbox) {
        meters.gauge("gopy.index.difference", keeper, IndexKeeper::difference);
        meters.gauge("gopy.index.lag", outbox, IndexOutboxRepository::waiting);
        meters.gauge("gopy.index.dead", outbox, IndexOutboxRepository::countDead);
    }
}
