package vn.gopy.search.index;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import vn.gopy.search.engine.IndexBrokenException;
import vn.gopy.search.engine.UnfinishedSearchException;

/** Tells a thing that cannot be indexed from a moment in which nothing can. */
public final class Poison {

    private Poison() {}

    /** Whether the failure lies in the thing itself: a lost database or a full disk is no fault of what was being read. */
    public static boolean isCauseOf(Throwable failure) {
        boolean surroundings = failure instanceof TransientDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransactionException
                || failure instanceof UnfinishedSearchException
                || failure instanceof IndexBrokenException;
        return !surroundings && (failure instanceof RuntimeException || failure instanceof StackOverflowError);
    }
}
