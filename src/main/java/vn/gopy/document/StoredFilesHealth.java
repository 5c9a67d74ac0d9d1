package vn.gopy.document;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether every stored file that was asked for could be given out whole. A damaged one takes nothing else with it, so the
 * product as a whole stays up.
 */
@Component("filesHealthIndicator")
class StoredFilesHealth implements HealthIndicator {

    private final LocalFileStore files;

    StoredFilesHealth(LocalFileStore files) {
        this.files = files;
    }

    @Override
    public Health health() {
        int damaged = files.damaged();
        return damaged == 0
                ? Health.up().build()
                : Health.status("DEGRADED").withDetail("damaged", damaged).build();
    }
}
