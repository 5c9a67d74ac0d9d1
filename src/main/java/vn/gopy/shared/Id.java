package vn.gopy.shared;

import java.util.UUID;

/** The id of one kind of thing; each kind has its own record, so that ids cannot be mixed up. */
public interface Id {

    UUID value();
}
