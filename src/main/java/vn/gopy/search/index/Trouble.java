package vn.gopy.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.gopy.search.engine.IndexBrokenException;

/** Names a failure by a code that may be shown: no message of it, since that may hold words of a document. */
final class Trouble {

    private static final int DEEPEST = 20;

    private Trouble() {}

    static String code(Throwable failure) {
        Throwable one = failure;
        for (int depth = 0; one != null && depth < DEEPEST; depth++) {
            if (one instanceof DataAccessException || one instanceof TransactionException) {
                return "DATABASE";
            }
            if (one instanceof IOException || one instanceof UncheckedIOException) {
                return String.valueOf(one.getMessage()).contains("No space left") ? "NO_SPACE" : "INPUT_OUTPUT";
            }
            one = one.getCause();
        }
        return failure instanceof IndexBrokenException
                ? "BROKEN"
                : failure.getClass().getSimpleName();
    }
}
