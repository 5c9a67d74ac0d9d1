package vn.gopy.round.running;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.notice.Notices;
import vn.gopy.round.Deadlines;
import vn.gopy.round.Invitee;
import vn.gopy.round.InviteeStanding;
import vn.gopy.round.Replies;
import vn.gopy.round.ReplyAccess;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Ids;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * Xin gia hạn. Who speaks for one who is asked wants more time before the deadline, one request at a time; the secretariat
 * grants it, which moves that deadline alone, or declines for a reason. Each is told of what the other did.
 *
 * <p>Who changes a request locks its round first, as {@link Replies} does, and the request last.
 */
@Service
public class TimeRequests {

    private final Rounds rounds;
    private final Replies replies;
    private final TimeRequestRepository repository;
    private final Recipients recipients;
    private final Notices notices;
    private final Trail trail;
    private final Clock clock;

    TimeRequests(
            Rounds rounds,
            Replies replies,
            TimeRequestRepository repository,
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
     * Asks for a later deadline. Refuses {@code DEADLINE_OVER} after the present one, {@code ANSWERED_ALREADY} where an
     * answer was sent, and {@code TIME_ASKED} while another request waits.
     */
    @Transactional
    public TimeRequest ask(Person asker, RoundId id, String key, Instant until, String said) {
        Invitee invitee = known(asker, id, key).invitee();
        if (!Replies.speaks(asker, invitee)) {
            throw Refusal.forbidden();
        }
        Round round = rounds.requireUnlocked(id);
        Replies.Answer answer = known(asker, id, key);
        Instant now = clock.instant();
        Instant deadline = round.deadlineOf(answer.invitee());
        if (!canAsk(round, answer, now)) {
            throw Refusal.conflict(now.isBefore(deadline) ? "ANSWERED_ALREADY" : "DEADLINE_OVER");
        }
        String reason = TextGate.TITLE.require(said, "REASON_MISSING");
        UUID request = Ids.next();
        Instant wanted = Deadlines.moved(deadline, until, now);
        if (!repository.add(request, invitee.id(), wanted, reason, asker.id(), now)) {
            throw Refusal.conflict("TIME_ASKED");
        }
        trail.record(
                asker.actor(),
                "TIME_ASKED",
                "INVITEE",
                invitee.id().value(),
                change(invitee, deadline, wanted, reason));
        notices.tell(recipients.secretariat(), TimeAskedWords.KIND, request);
        return repository.byId(request).orElseThrow();
    }

    /** Whether the one who is asked may want more time now. */
    public static boolean canAsk(Round round, Replies.Answer answer, Instant now) {
        return !now.isBefore(round.opensAt())
                && now.isBefore(round.deadlineOf(answer.invitee()))
                && !InviteeStanding.of(round, answer, false, now).isAnswered();
    }

    /**
     * Đồng ý gia hạn: gives the deadline that is asked for, or another one that is later than the present. What was given
     * on another way meanwhile and reaches as far is not moved again.
     *
     * @param until null for the one asked for
     * @param seen the version of the request that was read
     */
    @Transactional
    public TimeRequest grant(Person asker, RoundId id, String key, @Nullable Instant until, OptionalInt seen) {
        Round round = rounds.heldToRun(asker, id);
        Replies.Answer answer = known(asker, id, key);
        TimeRequest request = waiting(answer.invitee(), seen);
        Instant wanted = Objects.requireNonNullElse(until, request.until());
        Instant present = round.deadlineOf(answer.invitee());
        boolean given = !wanted.isAfter(present) && until == null;
        if (!given) {
            replies.extend(asker, id, key, wanted, request.reason());
        }
        Instant after = given ? present : round.deadlineOf(known(asker, id, key).invitee());
        return decided(asker, answer.invitee(), request, after, "", "TIME_GRANTED");
    }

    /** Không gia hạn, for a reason that the one who asked reads. */
    @Transactional
    public TimeRequest decline(Person asker, RoundId id, String key, String said, OptionalInt seen) {
        rounds.heldToRun(asker, id);
        Invitee invitee = known(asker, id, key).invitee();
        TimeRequest request = waiting(invitee, seen);
        String reason = TextGate.TITLE.require(said, "REASON_MISSING");
        return decided(asker, invitee, request, null, reason, "TIME_DECLINED");
    }

    private TimeRequest decided(
            Person asker,
            Invitee invitee,
            TimeRequest request,
            @Nullable Instant granted,
            String answer,
            String action) {
        if (!repository.decide(request, granted, answer, asker.id(), clock.instant())) {
            throw Refusal.stale();
        }
        trail.record(
                asker.actor(),
                action,
                "INVITEE",
                invitee.id().value(),
                change(invitee, request.until(), granted, answer));
        notices.forget(TimeAskedWords.KIND, request.id());
        notices.tell(recipients.speaking(invitee), TimeDecidedWords.KIND, request.id());
        return repository.byId(request.id()).orElseThrow();
    }

    private static Change change(Invitee invitee, Instant before, @Nullable Instant after, String why) {
        return Change.of("closesAt", before.toString(), ((after == null ? "" : after) + " " + why).strip())
                .onBehalfOf(invitee.unit() == null ? null : invitee.unit().value());
    }

    private TimeRequest waiting(Invitee invitee, OptionalInt seen) {
        List<TimeRequest> all = repository.of(List.of(invitee.id()));
        TimeRequest request = all.stream()
                .filter(TimeRequest::waits)
                .findFirst()
                .orElseThrow(() -> all.isEmpty() ? Refusal.conflict("TIME_NOT_ASKED") : Refusal.stale());
        if (seen.isPresent() && seen.getAsInt() != request.version()) {
            throw Refusal.stale();
        }
        return request;
    }

    /** The requests in a round that the asker may know of, the latest first: the secretariat all, others their own. */
    @Transactional(readOnly = true)
    public List<TimeRequest> of(Person asker, RoundId id) {
        return repository.of(rounds.invitees(asker, id).stream()
                .filter(invitee -> mayKnow(asker, invitee))
                .map(Invitee::id)
                .toList());
    }

    /** How many requests wait in each of the rounds; told to those who decide, and empty to others. */
    @Transactional(readOnly = true)
    public Map<RoundId, Integer> waiting(Person asker, Collection<RoundId> ids) {
        return rounds.mayRun(asker) && !ids.isEmpty() ? repository.waiting(ids) : Map.of();
    }

    private Replies.Answer known(Person asker, RoundId id, String key) {
        return replies.list(asker, id).stream()
                .filter(answer -> answer.invitee().key().equals(key))
                .filter(answer -> mayKnow(asker, answer.invitee()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private boolean mayKnow(Person asker, Invitee invitee) {
        return rounds.mayRun(asker) || ReplyAccess.own(asker, invitee);
    }
}
