package vn.gopy.search.index;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.gopy.search.question.Reordering;
import vn.gopy.search.ranking.LearnedLook;

/**
 * The component {@code index} of the product's health: UP, or DEGRADED with the reasons while the index is not what the
 * database is. With a note {@code ranking}: {@code FIRST_ORDER} while hits stand in their first order for want of what was
 * learned, {@code SLOW} while questions take too long for it, {@code OWN_REFUSED} when what the installation learned cannot be
 * used. A degraded index leaves the whole UP, since everything but the search works.
 */
@Component("index")
class IndexHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final IndexTroubles troubles;
    private final Reordering reordering;
    private final LearnedLook learned;

    IndexHealth(IndexTroubles troubles, Reordering reordering, LearnedLook learned) {
        this.troubles = troubles;
        this.reordering = reordering;
        this.learned = learned;
    }

    @Override
    public Health health() {
        try {
            List<String> present = troubles.present();
            Health.Builder health =
                    present.isEmpty() ? Health.up() : Health.status(DEGRADED).withDetail("reasons", present);
            note().ifPresent(note -> health.withDetail("ranking", note));
            return health.build();
        } catch (DataAccessException | TransactionException unreachable) {
            return Health.status(DEGRADED)
                    .withDetail("reasons", List.of("STOPPED:DATABASE"))
                    .build();
        }
    }

    private Optional<String> note() {
        if (!reordering.isReady()) {
            return Optional.of("FIRST_ORDER");
        }
        if (reordering.isSlow()) {
            return Optional.of("SLOW");
        }
        return learned.state() == LearnedLook.State.OWN_REFUSED
                ? Optional.of(LearnedLook.State.OWN_REFUSED.name())
                : Optional.empty();
    }
}
