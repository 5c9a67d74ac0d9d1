package vn.gopy.search.engine;

import org.jspecify.annotations.Nullable;

/** The index cannot be used as it is and has to be rebuilt. Nothing is lost: it is made from database and files. */
public class IndexBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is broken, without words of any document */
    public IndexBrokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
