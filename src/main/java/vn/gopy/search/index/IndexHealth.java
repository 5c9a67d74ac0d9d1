package vn.gopy.search.index;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.gopy.search.question.Reordering;

/**
 * The component {@code index} of the product's health: UP, or DEGRADED with the reasons while the index is not what the
 * database is; with a note while hits stand in their first order for want of what was learned. A degraded index leaves the whole UP, since everything but the search works.
 */
@Component("index")
class IndexHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final IndexTroubles troubles;
    private final Reordering reordering;

    IndexHealth(IndexTroubles troubles, Reordering reordering) {
        this.troubles = troubles;
        this.reordering = reordering;
    }

    @Override
    public Health health() {
        try {
            List<String> present = troubles.present();
            Health.Builder health =
                    present.isEmpty() ? Health.up() : Health.status(DEGRADED).withDetail("reasons", present);
            return reordering.isReady()
                    ? health.build()
                    : health.withDetail("ranking", "FIRST_ORDER").build();
        } catch (DataAccessException | TransactionException unreachable) {
            return Health.status(DEGRADED)
                    .withDetail("reasons", List.of("STOPPED:DATABASE"))
                    .build();
        }
    }
}
