package vn.gopy.roster;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.NewPerson;
import vn.gopy.account.UnitKind;

/**
 * A list as it was looked through; nothing of it is kept yet.
 *
 * @param people true for people, false for units
 * @param columns the headings of the file, with what each is read as
 * @param entries its rows from top to bottom, none left out
 */
public record RosterPlan(boolean people, List<Column> columns, List<Entry> entries) {

    /** @param field null for one that is not read */
    public record Column(String heading, @Nullable RosterField field) {}

    /**
     * A row.
     *
     * @param row as the sheet counts it, from 1
     * @param shown name, post, unit and user name of a person; name, code and kind of a unit
     * @param reason why it cannot be taken in as it is
     */
    public record Entry(
            int row,
            List<String> shown,
            Optional<Reason> reason,
            @Nullable NewPerson person,
            @Nullable NewUnit unit) {

        Entry because(Reason why) {
            return new Entry(row, shown, Optional.of(why), person, unit);
        }
    }

    /** A unit that a row describes. */
    public record NewUnit(String code, String name, UnitKind kind) {}

    /** What is wrong with a row, as a refusal would say it. */
    public record Reason(String code, List<Object> arguments) {}

    /** The rows that can be taken in. */
    public List<Entry> right() {
        return entries.stream().filter(entry -> entry.reason().isEmpty()).toList();
    }

    /** The rows that cannot. */
    public List<Entry> wrong() {
        return entries.stream().filter(entry -> entry.reason().isPresent()).toList();
    }
}
