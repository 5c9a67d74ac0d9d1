package vn.gopy.account;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit in the administrator's list.
 *
 * @param formerNames names that it had before, oldest first
 * @param absorbed names of the units that went into it, oldest first
 * @param successor the name of the unit that it went into; null for one that is there
 * @param people how many belong to it today
 */
public record UnitEntry(
        Unit unit,
        List<String> formerNames,
        List<String> absorbed,
        @Nullable String successor,
        @Nullable LocalDate mergedOn,
        int people) {}
