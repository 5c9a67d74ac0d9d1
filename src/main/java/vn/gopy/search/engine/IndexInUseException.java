package vn.gopy.search.engine;

import java.nio.file.Path;

/** Another running application holds the index folder. Two of them on one folder would destroy it. */
public class IndexInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param folder the index folder */
    public IndexInUseException(Path folder) {
        super("The search index in " + folder + " is in use by another running Góp Ý; stop it first, or choose another"
                + " data folder with --data.");
    }
}
