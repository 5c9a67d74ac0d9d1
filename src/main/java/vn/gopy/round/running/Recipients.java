package vn.gopy.round.running;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.UnitId;
import vn.gopy.round.Invitee;

/** Who is told of what happens in a round: people who can sign in. */
@Component
class Recipients {

    private final People people;

    Recipients(People people) {
        this.people = people;
    }

    /** Those who run rounds. */
    List<PersonId> secretariat() {
        return people.reachable().stream()
                .filter(person -> person.is(Role.SECRETARIAT))
                .map(Person::id)
                .toList();
    }

    /** One who is asked: a unit or a person, by the id of the invitee. */
    record Asked(
            UUID invitee, @Nullable UnitId unit, @Nullable PersonId person) {

        static Asked of(Invitee invitee) {
            return new Asked(invitee.id().value(), invitee.unit(), invitee.person());
        }

        private boolean isSpokenForBy(Person one) {
            return unit == null ? one.id().equals(person) : one.speaksFor(unit);
        }
    }

    /** Those who speak for the one who is asked: head and staff of a unit, or the person. */
    List<PersonId> speaking(Invitee invitee) {
        return speaking(List.of(Asked.of(invitee))).getOrDefault(invitee.id().value(), List.of());
    }

    /** The same for many, by the id of the invitee; one for whom nobody speaks is absent. */
    Map<UUID, List<PersonId>> speaking(Collection<Asked> asked) {
        List<Person> all = people.reachable();
        Map<UUID, List<PersonId>> speaking = new HashMap<>();
        for (Asked one : asked) {
            List<PersonId> known =
                    all.stream().filter(one::isSpokenForBy).map(Person::id).toList();
            if (!known.isEmpty()) {
                speaking.put(one.invitee(), known);
            }
        }
        return speaking;
    }
}
