package vn.gopy.consultation;

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

    private static final String ROUND_CLOSED = """
            EXISTS (SELECT FROM round r WHERE r.id = c.round_id AND coalesce(r.closed_at, r.closes_at) <= :now)""";

    /** True for a first opinion {@code c} of a thread that the asker may see; its replies follow it. */
    public static final String VISIBLE = """
            (c.author_id = :asker
             OR (c.state = 'UNIT_DRAFT' AND c.unit_id = ANY (:units::uuid[]))
             OR (c.state IN ('SENT', 'WITHDRAWN') AND (
                    c.unit_id = ANY (:units::uuid[])
                 OR EXISTS (SELECT FROM comment_reader cr WHERE cr.comment_id = c.id AND cr.person_id = :asker)
                 OR (:chair AND %s)
                 OR (NOT c.restricted AND (:secretariat OR (c.visibility = 'GROUP' AND :inGroup))))))""".formatted(ROUND_CLOSED);

    private CommentAccess() {}

    /** The parameters of this condition and of {@link DossierAccess}. */
    public static SqlParameters parameters(Person asker, Instant now) {
        return DossierAccess.parameters(asker, now)
                .and("chair", asker.is(Role.CHAIR))
                .and("inGroup", asker.inGroup());
    }
}
