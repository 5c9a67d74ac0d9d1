package vn.gopy.shared.web;

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
        try {
            return Integer.parseInt(ifMatch.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException other) {
            throw Refusal.stale();
        }
    }
}
