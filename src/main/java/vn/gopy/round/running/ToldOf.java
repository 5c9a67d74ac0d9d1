package vn.gopy.round.running;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.round.InviteeId;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;

/** What notices about one who is asked may tell: the round and the answer as the reader knows them now. */
@Component
class ToldOf {

    private final Rounds rounds;
    private final Replies replies;

    ToldOf(Rounds rounds, Replies replies) {
        this.rounds = rounds;
        this.replies = replies;
    }

    record Known(Round round, Replies.Answer answer) {}

    /** Empty where the reader knows nothing of it, or no longer. */
    Optional<Known> known(Person reader, RoundId id, InviteeId invitee) {
        return rounds.known(reader, List.of(id)).stream()
                .findFirst()
                .flatMap(round -> replies.lists(reader, List.of(id)).getOrDefault(id, List.of()).stream()
                        .filter(answer -> answer.invitee().id().equals(invitee))
                        .findFirst()
                        .map(answer -> new Known(round, answer)));
    }
}
