package vn.gopy.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param total of all items that the asker may see
 * @param next where the following part begins; null at the end
 */
public record Page<T>(List<T> items, long total, @Nullable String next) {

    /** A list that is given whole. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, items.size(), null);
    }
}
