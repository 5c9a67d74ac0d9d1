package vn.gopy.round;

import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.UnitId;
import vn.gopy.shared.SqlParameters;

/**
 * Who approves the table of a round (người duyệt bảng tổng hợp): somebody by name, or by post. Where nobody is chosen it is
 * the head of the unit that makes the table, and where no unit makes it the chair.
 */
public sealed interface Approver {

    /**
     * True for a round {@code r} whose table the asker approves: {@link #is} as a piece of SQL.
     *
     * @see #parameters
     */
    String APPROVES = """
            (:readsContent AND (r.approver_id = :asker OR r.approving_unit_id = ANY (:heads::uuid[])
             OR (r.approver_id IS NULL AND r.approving_unit_id IS NULL AND :chair)))""";

    /** Whether this is the person now: a head as long as the post, or what was lent of it, lasts. Nobody without content is. */
    default boolean is(Person person) {
        return person.readsContent()
                && switch (this) {
                    case Named(PersonId named) -> person.id().equals(named);
                    case HeadOf(UnitId unit) -> person.heads(unit);
                    case Chair() -> person.is(Role.CHAIR);
                };
    }

    /** Adds what {@link #APPROVES} needs beside the parameters of access to dossiers. */
    static SqlParameters parameters(SqlParameters access, Person asker) {
        return access.and("heads", asker.headed()).and("chair", asker.is(Role.CHAIR));
    }

    /** Who approves where nobody was chosen. */
    static Approver usual(@Nullable UnitId consolidator) {
        return consolidator == null ? new Chair() : new HeadOf(consolidator);
    }

    /** This person, in whatever post. */
    record Named(PersonId person) implements Approver {}

    /** Whoever heads the unit. */
    record HeadOf(UnitId unit) implements Approver {}

    /** Trưởng Ban. */
    record Chair() implements Approver {}
}
