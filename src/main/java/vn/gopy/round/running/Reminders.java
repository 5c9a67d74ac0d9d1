package vn.gopy.round.running;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.notice.Notices;
import vn.gopy.round.Invitee;
import vn.gopy.round.InviteeId;
import vn.gopy.round.InviteeStanding;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** Nhắc: the secretariat reminds those who have not answered, and notes whom it has called. Seen by the secretariat alone. */
@Service
public class Reminders {

    private final Rounds rounds;
    private final Replies replies;
    private final ReminderRepository repository;
    private final Recipients recipients;
    private final Notices notices;
    private final Trail trail;
    private final Clock clock;

    Reminders(
            Rounds rounds,
            Replies replies,
            ReminderRepository repository,
            Recipients recipients,
            Notices notices,
            Trail trail,
            Clock clock) {
        this.rounds = rounds;
        this.replies = replies;
        this.repository = repository;
        this.recipients = recipients;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What became of a wish to remind.
     *
     * @param reminded names of those who were
     * @param earlier how many had been reminded on the same day already
     * @param unreachable names of those for whom nobody has an account
     */
    public record Outcome(List<String> reminded, int earlier, List<String> unreachable) {}

    /**
     * Reminds those of the invitees who have not answered, each at most once on a day: head and staff of a unit, or the
     * person, find it among their notices.
     *
     * @param keys of invitees; who is not asked in the round is left out
     */
    @Transactional
    public Outcome remind(Person asker, RoundId id, Collection<String> keys) {
        Set<String> wanted = Set.copyOf(Limits.list(keys, Limits.LIST));
        running(asker, id);
        Round round = rounds.requireUnlocked(id);
        Instant now = clock.instant();
        List<Invitee> silent = silent(asker, round, now).stream()
                .filter(invitee -> wanted.contains(invitee.key()))
                .toList();
        Map<UUID, List<PersonId>> told =
                recipients.speaking(silent.stream().map(Recipients.Asked::of).toList());
        List<Invitee> reachable = silent.stream()
                .filter(invitee -> told.containsKey(invitee.id().value()))
                .toList();
        Set<InviteeId> taken = reachable.isEmpty()
                ? Set.of()
                : repository.remind(reachable.stream().map(Invitee::id).toList(), today(now), asker.id(), now);
        told.keySet().removeIf(invitee -> !taken.contains(new InviteeId(invitee)));
        notices.tell(told, ReminderWords.KIND);
        List<String> names = names(reachable.stream().filter(invitee -> taken.contains(invitee.id())));
        if (!names.isEmpty()) {
            trail.record(
                    asker.actor(),
                    "INVITEES_REMINDED",
                    "ROUND",
                    id.value(),
                    Change.of("reminded", "", String.join("; ", names)));
        }
        return new Outcome(
                names,
                reachable.size() - names.size(),
                names(silent.stream().filter(invitee -> !reachable.contains(invitee))));
    }

    private static List<String> names(Stream<Invitee> invitees) {
        return invitees.map(Invitee::name).toList();
    }

    /** Đã gọi: notes that one who has not answered was called, which is no answer. */
    @Transactional
    public void called(Person asker, RoundId id, String key, String note) {
        running(asker, id);
        Round round = rounds.requireUnlocked(id);
        Instant now = clock.instant();
        Invitee invitee = replies.list(asker, id).stream()
                .map(Replies.Answer::invitee)
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (silent(asker, round, now).stream().noneMatch(one -> one.id().equals(invitee.id()))) {
            throw Refusal.conflict("ANSWERED_ALREADY");
        }
        repository.called(invitee.id(), today(now), TextGate.TITLE.pass(note), asker.id(), now);
        trail.record(asker.actor(), "INVITEE_CALLED", "INVITEE", invitee.id().value(), Change.of("call", "", note));
    }

    /** All reminders of the round, the latest first; told to those who run it, and empty to others. */
    @Transactional(readOnly = true)
    public List<Reminder> of(Person asker, RoundId id) {
        rounds.get(asker, id);
        return rounds.mayRun(asker) ? repository.of(id) : List.of();
    }

    private void running(Person asker, RoundId id) {
        Round round = rounds.get(asker, id);
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
        if (round.state(clock.instant()) == RoundState.PREPARING) {
            throw Refusal.conflict("ROUND_NOT_OPEN");
        }
    }

    private List<Invitee> silent(Person asker, Round round, Instant now) {
        return replies.list(asker, round.id()).stream()
                .filter(answer -> answer.invitee().invited())
                .filter(answer -> !InviteeStanding.of(round, answer, false, now).isAnswered())
                .map(Replies.Answer::invitee)
                .toList();
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, Moments.ZONE);
    }
}
