package vn.gopy.shared.web;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.gopy.shared.Refusal;

/** Optimistic versions as entity tags: version 7 is {@code "7"}. */
public final class Versions {

    private Versions() {}

    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** The version that {@code If-Match} names; it must be there. */
    public static int required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Refusal(Refusal.Kind.PRECONDITION_REQUIRED, "PRECONDITION_REQUIRED");
        }
        return parsed(ifMatch);
    }

    /** The version that {@code If-Match} or a field of the body names, where either is there; both have to agree. */
    public static OptionalInt optional(@Nullable String ifMatch, @Nullable Integer field) {
        if (ifMatch == null) {
            return field == null ? OptionalInt.empty() : OptionalInt.of(field);
        }
        int named = parsed(ifMatch);
        if (field != null && field != named) {
            throw Refusal.stale();
        }
        return OptionalInt.of(named);
    }

    private static int parsed(String ifMatch) {
        try {
            return Integer.parseInt(ifMatch.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException other) {
            throw Refusal.stale();
        }
    }
}
