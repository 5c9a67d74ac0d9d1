package vn.gopy.account;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Nhóm lấy ý kiến: units and people who are asked together, in the order of the list. */
public record AskedGroup(AskedGroupId id, int version, String name, List<Member> members) {

    /**
     * A unit or a person of a group; a unit that went into another one is that one.
     *
     * @param unit null for a person
     * @param person null for a unit
     */
    public record Member(@Nullable UnitId unit, @Nullable PersonId person, String name) {

        /** A unit. */
        public static Member of(Unit unit) {
            return new Member(unit.id(), null, unit.name());
        }

        /** A person. */
        public static Member of(Person person) {
            return new Member(null, person.id(), person.displayName());
        }

        /** Whether it is the same unit or person, whatever it is called by now. */
        public boolean isSameAs(Member other) {
            return Objects.equals(unit, other.unit) && Objects.equals(person, other.person);
        }
    }
}
