package vn.gopy.round;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;

/** The sent replies that later ones have taken the place of: both are kept, and who reads the one reads the other. */
@Service
public class ReplacedReplies {

    private final Rounds rounds;
    private final ReplyRepository repository;
    private final People people;
    private final Clock clock;

    ReplacedReplies(Rounds rounds, ReplyRepository repository, People people, Clock clock) {
        this.rounds = rounds;
        this.repository = repository;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A reply as it was sent, with what was added to it until it was replaced.
     *
     * @param sentBy name of who sent it
     */
    public record Replaced(Reply reply, String sentBy) {}

    /** Those of the round that the asker reads, of each invitee the earliest first. */
    @Transactional(readOnly = true)
    public Map<InviteeId, List<Replaced>> of(Person asker, RoundId id) {
        rounds.get(asker, id);
        List<Reply> replaced = repository.replaced(id, asker, clock.instant());
        Map<PersonId, String> names =
                people
                        .among(replaced.stream()
                                .map(one -> Objects.requireNonNull(one.sentBy()))
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Person::id, Person::displayName));
        return replaced.stream()
                .map(one -> new Replaced(one, names.getOrDefault(one.sentBy(), "")))
                .collect(Collectors.groupingBy(one -> one.reply().inviteeId()));
    }
}
