package vn.gopy.account;

import java.util.List;

/**
 * A unit in the administrator's list.
 *
 * @param formerNames names that it had before, oldest first
 * @param people how many belong to it today
 */
public record UnitEntry(Unit unit, List<String> formerNames, int people) {}
