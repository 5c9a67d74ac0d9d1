package vn.gopy.draft;

import org.jspecify.annotations.Nullable;

/** Which dossiers are asked for; null leaves a side open. */
public record DossierFilter(
        @Nullable String kind,
        @Nullable VersionState state,
        @Nullable String words) {

    /** All that the asker may read. */
    public static final DossierFilter ALL = new DossierFilter(null, null, null);
}
