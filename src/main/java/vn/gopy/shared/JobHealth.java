package vn.gopy.shared;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The component {@code jobs} of the product's health: UP, or DEGRADED while jobs are listed as given up. */
@Component("jobsHealthIndicator")
class JobHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final Jobs jobs;

    JobHealth(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Health health() {
        try {
            List<DeadJob> dead = jobs.dead();
            return dead.isEmpty()
                    ? Health.up().build()
                    : Health.status(DEGRADED).withDetail("dead", dead.size()).build();
        } catch (DataAccessException | TransactionException unreachable) {
            return Health.unknown().build();
        }
    }
}
