package vn.gopy.opinion;

import java.time.Instant;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.SeriesId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.SqlParameters;

/**
 * What somebody reads, and so which threads stand beside it: of its series those on the version, and those on its whole
 * dossier. Whatever asks for the threads of a reader asks by this: where threads of other versions of the series come to
 * stand beside this one too, it is said here.
 */
record Beside(DossierId dossier, SeriesId series, VersionId version) {

    /** True for an opinion, or the trace of one, {@code c} on a version of the series that is read. */
    static final String ON_SERIES = """
            c.version_id = ANY (ARRAY(SELECT v.id FROM draft_version v
                                      WHERE v.dossier_id = :dossier AND v.series_id = :series AND v.id = :version))""";

    /** True for an opinion, or the trace of one, {@code c} on the whole dossier. */
    static final String ON_DOSSIER = "(c.version_id IS NULL AND c.dossier_id = :dossier)";

    /** True for either. */
    static final String THREADS = "(" + ON_SERIES + " OR " + ON_DOSSIER + ")";

    static Beside of(DraftVersion read) {
        return new Beside(read.dossierId(), read.seriesId(), read.id());
    }

    /** The parameters of these conditions and of {@link CommentAccess}. */
    SqlParameters parameters(Person asker, Instant now) {
        return CommentAccess.parameters(asker, now)
                .and("dossier", dossier)
                .and("series", series)
                .and("version", version);
    }
}
