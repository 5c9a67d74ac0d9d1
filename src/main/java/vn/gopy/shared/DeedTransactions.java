package vn.gopy.shared;

import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The product's transactions. On a thread that has begun a {@link Deed} the first changing transaction is not committed
 * when its use case ends but when the deed does, together with what is added by then; later use cases of the same deed
 * join it. What was rolled back stays so at once. What waited to be written late is written when its use case ends.
 */
@Component("transactionManager")
public class DeedTransactions implements PlatformTransactionManager {

    private static final System.Logger LOG = System.getLogger(DeedTransactions.class.getName());

    private final PlatformTransactionManager database;
    private final LateWrites late;
    private final ThreadLocal<@Nullable Deed> current = new ThreadLocal<>();

    DeedTransactions(DataSource source, LateWrites late) {
        this.database = new JdbcTransactionManager(source);
        this.late = late;
    }

    /**
     * Begins a deed on this thread; it must be closed.
     *
     * @param guard runs first in every transaction that may become the deed's; may refuse it by an exception
     */
    public Deed begin(Runnable guard) {
        Deed deed = new Deed(guard);
        current.set(deed);
        return deed;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        if (definition != null && definition.getPropagationBehavior() == TransactionDefinition.PROPAGATION_NESTED) {
            late.send(); // before the point to which the nested one may go back
        }
        TransactionStatus status = database.getTransaction(definition);
        Deed deed = current.get();
        if (deed != null && isOutermost(status)) {
            try {
                deed.guard.run();
            } catch (RuntimeException refused) {
                database.rollback(status);
                throw refused;
            }
        }
        return status;
    }

    @Override
    public void commit(TransactionStatus status) {
        Deed deed = current.get();
        if (!status.isRollbackOnly() && (deed != null || status.isNewTransaction() || status.hasSavepoint())) {
            sendLate(status);
        }
        if (deed != null && isOutermost(status) && !status.isRollbackOnly()) {
            deed.kept = status;
        } else {
            database.commit(status);
        }
    }

    private void sendLate(TransactionStatus status) {
        try {
            late.send();
        } catch (RuntimeException refused) {
            database.rollback(status);
            throw refused;
        }
    }

    @Override
    public void rollback(TransactionStatus status) {
        late.drop();
        database.rollback(status);
    }

    /** A changing transaction that has not put another one aside. */
    private static boolean isOutermost(TransactionStatus status) {
        return status.isNewTransaction()
                && !status.isReadOnly()
                && status instanceof DefaultTransactionStatus own
                && own.getSuspendedResources() == null;
    }

    /** What one request changes: all of it, or nothing. */
    public final class Deed implements AutoCloseable {

        private final Runnable guard;
        private @Nullable TransactionStatus kept;

        private Deed(Runnable guard) {
            this.guard = guard;
        }

        /**
         * Adds to the deed's transaction and commits it; false when the deed has changed nothing.
         *
         * @param last written in the same transaction
         */
        public boolean commit(Runnable last) {
            Optional<TransactionStatus> open = Optional.ofNullable(kept);
            if (open.isEmpty()) {
                return false;
            }
            last.run();
            late.send();
            kept = null;
            database.commit(open.get());
            return true;
        }

        /** Ends the deed; what was not committed is undone. */
        @Override
        public void close() {
            current.remove();
            Optional.ofNullable(kept).ifPresent(this::undo);
        }

        private void undo(TransactionStatus open) {
            try {
                database.rollback(open);
            } catch (TransactionException broken) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The database had ended a transaction before it was undone",
                        broken);
            }
        }
    }
}
