package vn.gopy.search.engine;

import org.jspecify.annotations.Nullable;

/**
 * Where a smaller place stands inside an indexed text, so that a hit can point to it.
 *
 * @param path such as {@code dieu-5/khoan-2}
 * @param ref the provision's id; null where there is none
 * @param start offset of its first character in the text
 * @param end offset behind its last character, lower places included
 */
public record PlaceRange(String path, @Nullable String ref, int start, int end) {

    /** How many characters it has. */
    public int length() {
        return end - start;
    }

    /** Whether the stretch lies in it. */
    public boolean covers(int from, int to) {
        return start <= from && to <= end;
    }
}
