package vn.gopy.round.running;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.gopy.account.LentRounds;
import vn.gopy.account.Person;
import vn.gopy.account.UnitId;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;

/** Tells heads for which rounds they can lend their unit. */
@Component
class RoundsToLend implements LentRounds {

    private final Rounds rounds;
    private final Replies replies;
    private final Clock clock;

    RoundsToLend(Rounds rounds, Replies replies, Clock clock) {
        this.rounds = rounds;
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public Map<UUID, String> open(Person asker, UnitId unit) {
        Instant now = clock.instant();
        List<Round> open = rounds.list(asker).stream()
                .filter(round -> round.state(now) == RoundState.OPEN || round.state(now) == RoundState.CLOSED)
                .toList();
        Map<RoundId, List<Replies.Answer>> answers =
                replies.lists(asker, open.stream().map(Round::id).toList());
        Map<UUID, String> titles = new LinkedHashMap<>();
        open.stream()
                .filter(round -> answers.getOrDefault(round.id(), List.of()).stream()
                        .anyMatch(answer -> unit.equals(answer.invitee().unit())))
                .forEach(round -> titles.put(round.id().value(), round.title()));
        return titles;
    }

    @Override
    public Map<UUID, String> titles(Person asker, Collection<UUID> wanted) {
        Map<UUID, String> titles = new LinkedHashMap<>();
        rounds.known(asker, wanted.stream().map(RoundId::new).toList())
                .forEach(round -> titles.put(round.id().value(), round.title()));
        return titles;
    }
}
