package vn.gopy.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changed: the trail keeps the field's name and hashes of both contents, never the words.
 *
 * @param onBehalfOf the unit or person for whom the actor acts
 */
public record Change(
        String field,
        @Nullable String before,
        @Nullable String after,
        @Nullable UUID onBehalfOf) {

    /** Nothing to tell beyond the action. */
    public static final Change NONE = new Change("", null, null, null);

    /** The thing came into being with this content. */
    public static Change created(@Nullable String content) {
        return new Change("", null, content, null);
    }

    /** One field went from one content to another. */
    public static Change of(String field, @Nullable String before, @Nullable String after) {
        return new Change(field, before, after, null);
    }

    /** The same change, done for a unit or another person. */
    public Change onBehalfOf(@Nullable UUID whom) {
        return new Change(field, before, after, whom);
    }
}
