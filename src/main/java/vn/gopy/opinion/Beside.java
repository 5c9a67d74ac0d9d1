package vn.gopy.opinion;

import java.time.Instant;
import java.util.List;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.SeriesId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.SqlParameters;

/**
 * What somebody reads, and so which threads stand beside it: of its series those on the version and what was sent on
 * earlier ones, and those on its whole dossier. Whatever asks for the threads of a reader asks by this.
 *
 * @param earlier published versions of the series before this one
 */
record Beside(DossierId dossier, SeriesId series, VersionId version, List<VersionId> earlier) {

    /** True for an opinion, or the trace of one, {@code c} on the version that is read, or sent on one before it. */
    static final String ON_SERIES = """
            (c.version_id = ANY (ARRAY(SELECT v.id FROM draft_version v
                                       WHERE v.dossier_id = :dossier AND v.series_id = :series
                                         AND v.id = ANY (:version::uuid || :earlier::uuid[])))
             AND (c.version_id = :version OR c.state IN ('SENT', 'WITHDRAWN')))""";

    /** True for an opinion, or the trace of one, {@code c} on the whole dossier. */
    static final String ON_DOSSIER = "(c.version_id IS NULL AND c.dossier_id = :dossier)";

    /** True for either. */
    static final String THREADS = "(" + ON_SERIES + " OR " + ON_DOSSIER + ")";

    static Beside of(DraftVersion read, List<VersionId> earlier) {
        return new Beside(read.dossierId(), read.seriesId(), read.id(), earlier);
    }

    /**
     * True for a thread that begins with {@code c} unless that is a bare agreement with an earlier version, such as the
     * choice of an option: it was given to words that are read no more.
     */
    static final String CARRIED =
            "(c.version_id IS NULL OR c.version_id = :version OR c.kind <> 'AGREE' OR c.text <> '')";

    /** The parameters of these conditions and of {@link CommentAccess}. */
    SqlParameters parameters(Person asker, Instant now) {
        return CommentAccess.parameters(asker, now)
                .and("dossier", dossier)
                .and("series", series)
                .and("version", version)
                .and("earlier", earlier);
    }
}
