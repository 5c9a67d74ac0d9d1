package vn.gopy.search.index;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The component {@code index} of the product's health: UP, or DEGRADED with the reasons while the index is not what the
 * database is. A degraded index leaves the whole UP, since everything but the search works.
 */
@Component("index")
class IndexHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final IndexTroubles troubles;

    IndexHealth(IndexTroubles troubles) {
        this.troubles = troubles;
    }

    @Override
    public Health health() {
        try {
            List<String> present = troubles.present();
            return present.isEmpty()
                    ? Health.up().build()
                    : Health.status(DEGRADED).withDetail("reasons", present).build();
        } catch (DataAccessException | TransactionException unreachable) {
            return Health.status(DEGRADED)
                    .withDetail("reasons", List.of("STOPPED:DATABASE"))
                    .build();
        }
    }
}
