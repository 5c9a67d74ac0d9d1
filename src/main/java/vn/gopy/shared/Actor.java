package vn.gopy.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, as the trail records it.
 *
 * @param id the person; null when the system acts by itself
 * @param name name and salutation at that time
 * @param actingAs the role or post in which the person acts
 */
public record Actor(@Nullable UUID id, String name, String actingAs) {

    /** The product itself, such as a job. */
    public static final Actor SYSTEM = new Actor(null, "Góp Ý", "SYSTEM");
}
