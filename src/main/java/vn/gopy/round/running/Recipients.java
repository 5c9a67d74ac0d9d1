package vn.gopy.round.running;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.round.Invitee;
import vn.gopy.round.Replies;

/** Who is told of what happens in a round. */
@Component
class Recipients {

    private final People people;

    Recipients(People people) {
        this.people = people;
    }

    /** Those who run rounds. */
    List<PersonId> secretariat() {
        return people.all().stream()
                .filter(Person::enabled)
                .filter(person -> person.is(Role.SECRETARIAT))
                .map(Person::id)
                .toList();
    }

    /** Those who speak for the one who is asked: head and staff of a unit, or the person. */
    List<PersonId> speaking(Invitee invitee) {
        return speaking(List.of(invitee)).getOrDefault(invitee.id().value(), List.of());
    }

    /** The same for many, by the id of the invitee; one for whom nobody speaks is absent. */
    Map<UUID, List<PersonId>> speaking(Collection<Invitee> invitees) {
        Map<UUID, List<PersonId>> told = new HashMap<>();
        for (Person person : people.all()) {
            if (person.enabled()) {
                invitees.stream()
                        .filter(invitee -> Replies.speaks(person, invitee))
                        .forEach(invitee -> told.computeIfAbsent(invitee.id().value(), _ -> new ArrayList<>())
                                .add(person.id()));
            }
        }
        return told;
    }
}
