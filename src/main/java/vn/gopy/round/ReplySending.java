package vn.gopy.round;

import java.time.Instant;
import vn.gopy.account.Person;
import vn.gopy.account.UnitId;

/**
 * The head of a unit sends its reply: told inside the transaction, so that what the unit has prepared goes out with it or
 * not at all.
 *
 * @param round held until the transaction ends
 * @param received the one moment by which everything is judged
 */
public record ReplySending(Person head, UnitId unit, Round round, Instant received) {}
