package vn.gopy.opinion;

import java.time.Instant;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DossierAccess;
import vn.gopy.shared.SqlParameters;

/**
 * Who may see whose opinions, as one piece of SQL that every reading uses. It adds to {@link DossierAccess}: the dossier
 * and the version must be visible too.
 */
public final class CommentAccess {

    /** True for a round {@code r} that has closed. */
    public static final String CLOSED = "coalesce(r.closed_at, r.closes_at) <= :now";

    private static final String ROUND_CLOSED =
            "EXISTS (SELECT FROM round r WHERE r.id = c.round_id AND " + CLOSED + ")";

    /**
     * True for a first opinion {@code c} of a thread that the asker may see; its replies follow it. A unit's words are its
     * people's, those told to named readers only ("Báo cáo riêng") its head's.
     */
    public static final String VISIBLE = """
            ((c.author_id = :asker AND (c.state <> 'UNIT_DRAFT' OR c.unit_id = ANY (:units::uuid[])))
             OR (c.state <> 'UNSENT' AND c.unit_id = ANY (:units::uuid[])
                 AND (NOT c.restricted OR c.unit_id = ANY (:heads::uuid[])))
             OR (c.state IN ('SENT', 'WITHDRAWN') AND (
                    EXISTS (SELECT FROM comment_reader cr WHERE cr.comment_id = c.id AND cr.person_id = :asker)
                 OR (:chair AND %s)
                 OR (NOT c.restricted AND (:secretariat OR (c.visibility = 'GROUP' AND :inGroup))))))""".formatted(ROUND_CLOSED);

    /** True for {@code m} that stands in the thread of {@code c}: what was said in a thread goes with its first opinion. */
    public static final String IN_THREAD = "(m.id = c.id OR (c.state = 'SENT' AND m.state IN ('SENT', 'WITHDRAWN')))";

    /** True for {@code c} in a dossier, and of a version, that the asker may read. */
    static final String READABLE = "EXISTS (SELECT FROM dossier d WHERE d.id = c.dossier_id AND "
            + DossierAccess.READABLE + " AND (c.version_id IS NULL OR EXISTS (SELECT FROM draft_version v"
            + " WHERE v.id = c.version_id AND " + DossierAccess.VISIBLE + ")))";

    private CommentAccess() {}

    /** The parameters of this condition and of {@link DossierAccess}. */
    public static SqlParameters parameters(Person asker, Instant now) {
        return DossierAccess.parameters(asker, now)
                .and("chair", asker.is(Role.CHAIR))
                .and("inGroup", asker.inGroup())
                .and("heads", asker.headed());
    }
}
