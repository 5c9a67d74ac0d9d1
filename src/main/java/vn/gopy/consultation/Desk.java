package vn.gopy.consultation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Membership;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.VersionId;

/** What waits for a person, and what is new for the person. */
@Service
public class Desk {

    private final DeskQuery query;
    private final Rounds rounds;
    private final Replies replies;
    private final Clock clock;

    Desk(DeskQuery query, Rounds rounds, Replies replies, Clock clock) {
        this.query = query;
        this.rounds = rounds;
        this.replies = replies;
        this.clock = clock;
    }

    /** Something to do, with the path to do it. */
    public sealed interface Task {

        String path();

        /** Own opinions on a draft that are not sent yet. */
        record Unsent(String path, String dossier, int count) implements Task {}

        /** A round that the person, or a unit of the person, has not answered. */
        record ToAnswer(String path, String title, String who, Instant deadline) implements Task {}

        /** A unit's reply that its head has to send. */
        record ToApprove(String path, String title, String who) implements Task {}

        /** What a unit has prepared after its reply was sent, which its head has to send by itself. */
        record ToSupplement(String path, String dossier, String unit, int count) implements Task {}

        /** Invitees of an open round who have not answered, for the secretariat. */
        record ToRemind(String path, String title, int unopened, int opened, int preparing, Instant deadline)
                implements Task {}

        /** A draft whose structure the person has to check. */
        record ToCheck(String path, String dossier, int ordinal) implements Task {}
    }

    /** A sent opinion or reply that the person may see. */
    public record News(String path, String author, String excerpt, String place, Instant at) {}

    /** What waits, the most urgent kind first. */
    @Transactional(readOnly = true)
    public List<Task> tasks(Person asker) {
        Instant now = clock.instant();
        List<Round> open = rounds.list(asker).stream()
                .filter(round -> round.state(now) == RoundState.OPEN)
                .toList();
        Map<RoundId, List<Replies.Answer>> answers =
                replies.lists(asker, open.stream().map(Round::id).toList());
        Map<VersionId, Rounds.DraftPlace> places =
                rounds.places(asker, open.stream().flatMap(round -> round.drafts().stream()).toList());
        List<Task> tasks = new ArrayList<>();
        for (Round round : open) {
            List<Replies.Answer> known = answers.getOrDefault(round.id(), List.of());
            known.stream()
                    .flatMap(answer -> task(asker, round, answer, places).stream())
                    .forEach(tasks::add);
            if (asker.is(Role.SECRETARIAT)) {
                tasks.addAll(toRemind(round, known));
            }
        }
        tasks.addAll(query.supplements(asker, now));
        tasks.addAll(query.unsent(asker, now));
        tasks.addAll(query.toCheck(asker, now));
        return tasks;
    }

    private static List<Task> toRemind(Round round, List<Replies.Answer> answers) {
        List<Replies.Answer> open = answers.stream()
                .filter(answer -> answer.invitee().classifiedAt() == null)
                .filter(answer -> answer.reply().map(Reply::state).orElse(ReplyState.PREPARING) != ReplyState.SENT)
                .toList();
        int preparing =
                (int) open.stream().filter(answer -> answer.reply().isPresent()).count();
        int opened = (int) open.stream()
                .filter(answer -> answer.reply().isEmpty() && answer.invitee().openedAt() != null)
                .count();
        return open.isEmpty()
                ? List.of()
                : List.of(new Task.ToRemind(
                        "/dot/" + round.id(),
                        round.title(),
                        open.size() - opened - preparing,
                        opened,
                        preparing,
                        round.closes()));
    }

    private static List<Task> task(
            Person asker, Round round, Replies.Answer answer, Map<VersionId, Rounds.DraftPlace> places) {
        Invitee invitee = answer.invitee();
        boolean own = asker.id().equals(invitee.person());
        UnitRole role = asker.memberships().stream()
                .filter(one -> one.unitId().equals(invitee.unit()))
                .map(Membership::role)
                .findFirst()
                .orElse(null);
        if (invitee.classifiedAt() != null || (!own && role == null)) {
            return List.of();
        }
        ReplyState state = answer.reply().map(Reply::state).orElse(ReplyState.PREPARING);
        String path = whereToAnswer(round, answer, places);
        Instant deadline = round.deadlineOf(invitee);
        return switch (state) {
            case PREPARING -> List.of(new Task.ToAnswer(path, round.title(), invitee.name(), deadline));
            case SUBMITTED ->
                role == UnitRole.HEAD ? List.of(new Task.ToApprove(path, round.title(), invitee.name())) : List.of();
            case SENT, REPLACED -> List.of();
        };
    }

    /** The first draft that has no position yet, where one reads and answers at once; all having one, the first. */
    private static String whereToAnswer(
            Round round, Replies.Answer answer, Map<VersionId, Rounds.DraftPlace> places) {
        Map<VersionId, Position> said = answer.reply().map(Reply::positions).orElse(Map.of());
        return round.drafts().stream()
                .filter(places::containsKey)
                .min(Comparator.comparing(said::containsKey))
                .map(draft -> places.get(draft).path() + "?tra-loi")
                .orElse("/dot/" + round.id());
    }

    /** The latest that was said, newest first; never more than a dozen. */
    @Transactional(readOnly = true)
    public List<News> news(Person asker) {
        return query.news(asker, clock.instant());
    }
}
