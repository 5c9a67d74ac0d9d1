package vn.gopy.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Membership;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.round.Invitee;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.ReplyState;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;
import vn.gopy.round.figures.EscalatedOpinions;
import vn.gopy.shared.Addresses;

/** What waits for a person, and what is new for the person. */
@Service
public class Desk {

    private static final Duration VISIT = Duration.ofMinutes(30);

    private final DeskQuery query;
    private final Rounds rounds;
    private final Replies replies;
    private final EscalatedOpinions escalated;
    private final Clock clock;

    Desk(DeskQuery query, Rounds rounds, Replies replies, EscalatedOpinions escalated, Clock clock) {
        this.query = query;
        this.rounds = rounds;
        this.replies = replies;
        this.escalated = escalated;
        this.clock = clock;
    }

    /** Something to do, with the path to do it. */
    public sealed interface Task {

        String path();

        /** Until when; null where nothing is set. */
        default @Nullable Instant deadline() {
            return null;
        }

        /** Own opinions on a draft that are not sent yet. */
        record Unsent(String path, String dossier, int count) implements Task {}

        /**
         * A round that the person, or a unit of the person, has not answered; leads the person to the first of its drafts
         * that has no answer yet, the unit to where its reply is written.
         *
         * @param answered on how many of the {@code drafts} the reply in preparation speaks
         */
        record ToAnswer(String path, String title, String who, Instant deadline, int answered, int drafts)
                implements Task {}

        /** A unit's reply that its head has to send. */
        record ToApprove(String path, String title, String who, Instant deadline) implements Task {}

        /** What a unit has prepared after its reply was sent, which its head has to send by itself. */
        record ToSupplement(String path, String dossier, String unit, int count) implements Task {}

        /** Opinions of a round on which the chair is asked. */
        record ToDecide(String path, String title, int count) implements Task {}

        /** Invitees of an open round who have not answered, for the secretariat. */
        record ToRemind(String path, String title, int unopened, int opened, int preparing, Instant deadline)
                implements Task {}

        /**
         * Drafts whose structure the person has to check, as one task however many they are.
         *
         * @param latest the latest of them, the last uploaded first; at least one
         */
        record ToCheck(int count, List<Unchecked> latest) implements Task {

            public ToCheck {
                latest = List.copyOf(latest);
            }

            @Override
            public String path() {
                return latest.getFirst().path();
            }
        }
    }

    /** A draft whose structure is to be checked, with the address of its check. */
    public record Unchecked(String path, String code, String dossier, VersionName name) {}

    /** The latest published draft of a dossier, with the address of its text. */
    public record Readable(String path, String code, String title, int ordinal, Instant published) {}

    /** A sent opinion or reply that the person may see. */
    public record News(String path, String author, String excerpt, String place, Instant at) {}

    /** What waits: by deadline, the nearest first, then what has none. */
    @Transactional(readOnly = true)
    public List<Task> tasks(Person asker) {
        Instant now = clock.instant();
        List<Round> open = rounds.list(asker).stream()
                .filter(round -> round.state(now) == RoundState.OPEN)
                .toList();
        Map<RoundId, List<Replies.Answer>> answers =
                replies.lists(asker, open.stream().map(Round::id).toList());
        Map<VersionId, Rounds.DraftPlace> places = rounds.places(
                asker, open.stream().flatMap(round -> round.drafts().stream()).toList());
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
        tasks.sort(Comparator.comparing(Task::deadline, Comparator.nullsLast(Comparator.naturalOrder())));
        escalated.of(asker).stream()
                .map(one -> new Task.ToDecide(Addresses.round(one.round()), one.title(), one.count()))
                .forEach(tasks::add);
        tasks.addAll(query.supplements(asker, now));
        tasks.addAll(query.unsent(asker, now));
        query.toCheck(asker, now).ifPresent(tasks::add);
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
                        Addresses.round(round.id()),
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
        Map<VersionId, Position> said = answer.reply().map(Reply::positions).orElse(Map.of());
        Instant deadline = round.deadlineOf(invitee);
        String path = own
                ? firstText(round, said, places)
                : Addresses.with(Addresses.reply(round.id()), "cho", invitee.key());
        return switch (state) {
            case PREPARING ->
                List.of(new Task.ToAnswer(
                        path,
                        round.title(),
                        invitee.name(),
                        deadline,
                        said.size(),
                        round.drafts().size()));
            case SUBMITTED ->
                role == UnitRole.HEAD
                        ? List.of(new Task.ToApprove(path, round.title(), invitee.name(), deadline))
                        : List.of();
            case SENT, REPLACED -> List.of();
        };
    }

    /** The text of the first draft that has no answer yet, else of the first; the round, where the person reads none. */
    private static String firstText(
            Round round, Map<VersionId, Position> said, Map<VersionId, Rounds.DraftPlace> places) {
        List<VersionId> readable =
                round.drafts().stream().filter(places::containsKey).toList();
        return readable.stream()
                .filter(draft -> !said.containsKey(draft))
                .findFirst()
                .or(() -> readable.stream().findFirst())
                .map(draft -> Objects.requireNonNull(places.get(draft)).path())
                .map(path -> Addresses.with(path, "tra-loi"))
                .orElse(Addresses.round(round.id()));
    }

    /** The latest published drafts that the person may read, a handful, the last published first. */
    @Transactional(readOnly = true)
    public List<Readable> readable(Person asker) {
        return query.readable(asker, clock.instant());
    }

    /**
     * Notes that the person looks at the desk, and tells when the visit before this one ended; empty at the first. Looking
     * again within half an hour is the same visit, so that what is marked as new stays so when the page is loaded again.
     */
    @Transactional
    public Optional<Instant> visit(Person asker) {
        Instant now = clock.instant();
        return query.visit(asker.id(), now, now.minus(VISIT));
    }

    /** The latest that was said, newest first; never more than a dozen. */
    @Transactional(readOnly = true)
    public List<News> news(Person asker) {
        return query.news(asker, clock.instant());
    }
}
