package vn.gopy.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * A field of a change: left out it stays as it is, null empties it. A plain nullable component of a body cannot tell the
 * two apart.
 *
 * @param present whether the body has the field
 * @param value what the body gives it; null also where the field is left out
 */
public record Given<T>(boolean present, @Nullable T value) {

    private static final Given<?> ABSENT = new Given<>(false, null);

    /** A field that the body leaves out. */
    @SuppressWarnings("unchecked")
    public static <T> Given<T> absent() {
        return (Given<T>) ABSENT;
    }

    /** A field that the body has; with null it empties what it names. */
    public static <T> Given<T> of(@Nullable T value) {
        return new Given<>(true, value);
    }

    /** What the field is after the change. */
    public @Nullable T or(@Nullable T before) {
        return present ? value : before;
    }

    /** What the field is after the change, where emptying it means something of its own. */
    public T or(T before, T empty) {
        return !present ? before : value == null ? empty : value;
    }
}
