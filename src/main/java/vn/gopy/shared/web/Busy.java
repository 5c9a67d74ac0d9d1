package vn.gopy.shared.web;

import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** Whether something failed only because too much is under way: a moment later it may be done. */
public final class Busy {

    private Busy() {}

    /** True where no connection of the database became free in time. */
    public static boolean is(@Nullable Throwable failure) {
        return failure != null
                && NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLTransientConnectionException;
    }
}
