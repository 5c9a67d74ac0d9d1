package vn.gopy.account;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The rounds for which alone a head can lend the unit; the room that holds rounds tells them. */
public interface LentRounds {

    /** Titles of the rounds that ask the unit and take its answer now or later, as far as the person knows of them. */
    Map<UUID, String> open(Person asker, UnitId unit);

    /** Titles of those of these rounds that the person knows of. */
    Map<UUID, String> titles(Person asker, Collection<UUID> rounds);
}
