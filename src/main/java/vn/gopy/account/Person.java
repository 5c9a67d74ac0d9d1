package vn.gopy.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Id;

/**
 * A person with roles and present memberships: the one who asks, in every facade.
 *
 * @param username null for somebody without an account, such as a member who answers on paper only
 * @param salutation how the name is preceded on screen and paper: Đ/c, PGS.TS. …
 * @param post chức danh
 * @param mandates what heads have lent to the person for single rounds and is in force
 */
public record Person(
        PersonId id,
        int version,
        @Nullable String username,
        String name,
        String salutation,
        String post,
        boolean enabled,
        Set<Role> roles,
        List<Membership> memberships,
        List<Mandate> mandates) {

    /** A unit that its head has lent to the person for one round alone. */
    public record Mandate(UnitId unit, UUID round) {}

    /** Name with salutation: Đ/c Lưu Minh Khuê. */
    public String displayName() {
        return salutation.isBlank() ? name : salutation + " " + name;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the person may hold an account that reads content at all; an administrator never does. */
    public boolean readsContent() {
        return !is(Role.ADMINISTRATOR);
    }

    /** Members and advisers form the group of an opened discussion. */
    public boolean inGroup() {
        return is(Role.MEMBER) || is(Role.ADVISER);
    }

    /** The membership in the unit with this code, if there is one now. */
    public Optional<Membership> membership(String unitCode) {
        return memberships.stream()
                .filter(one -> one.unitCode().equals(unitCode))
                .findFirst();
    }

    /** Whether the person may prepare what a unit says: its staff and its head. */
    public boolean speaksFor(UnitId unit) {
        return memberships.stream().anyMatch(one -> one.unitId().equals(unit) && one.role() != UnitRole.CLERK);
    }

    /** Whether the person approves and sends for the unit. */
    public boolean heads(UnitId unit) {
        return memberships.stream().anyMatch(one -> one.unitId().equals(unit) && one.role() == UnitRole.HEAD);
    }

    /** Whether the person approves and sends for the unit in this round: as its head, or since the head has lent it there. */
    public boolean heads(UnitId unit, Id round) {
        return heads(unit) || mandates.contains(new Mandate(unit, round.value()));
    }

    /** Whether the person is the unit's head, not somebody who acts as one for a while. */
    public boolean headsInPerson(UnitId unit) {
        return memberships.stream()
                .anyMatch(one -> one.own() && one.unitId().equals(unit) && one.role() == UnitRole.HEAD);
    }

    /** The post that the person holds in the unit, if there is one now. */
    public Optional<Membership> inPerson(UnitId unit) {
        return memberships.stream()
                .filter(one -> one.own() && one.unitId().equals(unit))
                .findFirst();
    }

    /** The units that the person heads. */
    public List<UnitId> headed() {
        return memberships.stream()
                .filter(one -> one.role() == UnitRole.HEAD)
                .map(Membership::unitId)
                .distinct()
                .toList();
    }

    /** The units for which the person approves and sends in this round. */
    public List<UnitId> headed(Id round) {
        return units().stream().filter(unit -> heads(unit, round)).toList();
    }

    /** The units of the person, whatever the role there. */
    public List<UnitId> units() {
        return memberships.stream().map(Membership::unitId).distinct().toList();
    }

    /** Two letters for the round picture: the last two words of the name. */
    public String initials() {
        String[] words = name.trim().split("\\s+");
        String last = words[words.length - 1];
        String before = words.length > 1 ? words[words.length - 2] : "";
        return (firstLetter(before) + firstLetter(last));
    }

    private static String firstLetter(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }

    /** The person as the trail records it. */
    public Actor actor() {
        return new Actor(id.value(), displayName(), post);
    }
}
