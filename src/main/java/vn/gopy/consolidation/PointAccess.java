package vn.gopy.consolidation;

import java.time.Instant;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.opinion.CommentAccess;
import vn.gopy.round.Approver;
import vn.gopy.round.Round;
import vn.gopy.shared.SqlParameters;

/**
 * Who may see what of the points, as pieces of SQL over a point {@code p} and its round {@code r} that every reading
 * uses. They add to the access to the dossier, or to the round, which must be given too.
 */
public final class PointAccess {

    private static final String CLOSED = "coalesce(r.closed_at, r.closes_at) <= :now";

    private static final String CHAIR = "(:chair AND " + CLOSED + ")";

    /** True for a point whose words, and who said them, may be told to those who list the points of its round. */
    public static final String WORDS = """
            (%s OR ((:secretariat OR (%s AND %s)) AND (NOT p.restricted OR EXISTS (
                SELECT FROM point_source ps JOIN comment c ON c.id = ps.comment_id WHERE ps.point_id = p.id AND %s))))""".formatted(CHAIR, CLOSED, Approver.APPROVES, CommentAccess.VISIBLE);

    /** True for a point of the asker, or of a unit of the asker. */
    public static final String OWN = "(p.person_id = :asker OR p.unit_id = ANY (:units::uuid[]))";

    /** True for one of them whose answer is no secret any more. */
    static final String OWN_ANSWERED = "(r.announced_at IS NOT NULL AND " + OWN + ")";

    /**
     * True for a point that the asker may come upon with its answer without working on it, as by searching: restricted
     * ones are the chair's alone; who said it learns the answer once the results are announced.
     */
    public static final String FOUND = """
            ((:secretariat AND NOT p.restricted) OR %s OR %s)""".formatted(CHAIR, OWN_ANSWERED);

    /**
     * True for a point that stands for the asker beside a later version of its draft, with what became of it: who works on
     * points knows of each, the others of what they may come upon.
     */
    static final String BESIDE_LATER = "(:secretariat OR " + FOUND + ")";

    /** True for one of them whose words, and who said them, may be told too. */
    static final String WORDS_BESIDE_LATER = "(" + WORDS + " OR " + OWN_ANSWERED + ")";

    private PointAccess() {}

    /** The parameters of these conditions, and of those of comments and dossiers. */
    public static SqlParameters parameters(Person asker, Instant now) {
        return CommentAccess.parameters(asker, now);
    }

    /**
     * Whether the person lists the points of a round: the secretariat works on them, the chair and who approves the table
     * read after closing.
     */
    public static boolean lists(Person asker, Round round, Instant now) {
        return asker.is(Role.SECRETARIAT)
                || ((asker.is(Role.CHAIR) || round.approver().is(asker)) && !now.isBefore(round.closes()));
    }
}
