package vn.gopy.round;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.draft.VersionId;
import vn.gopy.round.route.ReplyRoutes;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * The replies of a round: prepared by staff, sent by the head, frozen when sent. A person who is asked sends alone; the
 * secretariat enters what came as a letter, where the unit has nothing of its own in preparation.
 *
 * <p>Who changes anything here locks the round (shared), then the invitee; what else a change needs is locked after that,
 * in the order reply, comments, group, points. So two changes of one reply come one after the other, and no reply is
 * taken while its round is being closed or locked.
 */
@Service
public class Replies {

    private final Rounds rounds;
    private final RoundRepository roundRepository;
    private final ReplyRepository repository;
    private final ReplyStepRepository steps;
    private final ReplyRoutes routes;
    private final Hats hats;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Replies(
            Rounds rounds,
            RoundRepository roundRepository,
            ReplyRepository repository,
            ReplyStepRepository steps,
            ReplyRoutes routes,
            Hats hats,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.roundRepository = roundRepository;
        this.repository = repository;
        this.steps = steps;
        this.routes = routes;
        this.hats = hats;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /**
     * An invitee with the present reply, as far as the asker may know of it.
     *
     * @param reply of one that others prepare, only that it is in preparation
     * @param readable whether the asker reads what the reply says
     */
    public record Answer(Invitee invitee, Optional<Reply> reply, boolean readable) {}

    /**
     * The invitees of a round that the asker may see with their replies: the secretariat all, others own; the chair all
     * once the round has closed, and before that their names alone.
     */
    @Transactional(readOnly = true)
    public List<Answer> list(Person asker, RoundId round) {
        return told(asker, List.of(rounds.get(asker, round)), clock.instant()).getOrDefault(round, List.of());
    }

    /** The same for several rounds that the asker knows of, by as many statements as for one. */
    @Transactional(readOnly = true)
    public Map<RoundId, List<Answer>> lists(Person asker, Collection<RoundId> wanted) {
        return told(asker, rounds.known(asker, wanted), clock.instant());
    }

    /**
     * The same on request: the chair reads all replies that were sent while the round is still open too, and the trail
     * keeps that the chair did. Nobody else gets more by it.
     */
    @Transactional
    public List<Answer> full(Person asker, RoundId id) {
        Round round = rounds.get(asker, id);
        Instant now = clock.instant();
        if (!ReplyAccess.totalsOnly(asker, round, now)) {
            return list(asker, id);
        }
        trail.record(asker.actor(), "REPLIES_READ", "ROUND", id.value());
        return told(asker, List.of(round), round.closes()).getOrDefault(id, List.of());
    }

    /** Whether {@link #full} would tell the asker more than {@link #list}, which the trail would keep. */
    public boolean withheld(Person asker, Round round) {
        return ReplyAccess.totalsOnly(asker, round, clock.instant());
    }

    /** @param moment as of which the asker's rights are judged */
    private Map<RoundId, List<Answer>> told(Person asker, List<Round> known, Instant moment) {
        Map<RoundId, Round> byId = known.stream().collect(Collectors.toMap(Round::id, Function.identity()));
        Person own = ReplyAccess.seesAll(asker) ? null : asker;
        Map<InviteeId, Reply> replies = repository.current(byId.keySet(), own).stream()
                .collect(Collectors.toMap(Reply::inviteeId, Function.identity()));
        Map<RoundId, List<Answer>> answers = new LinkedHashMap<>();
        known.forEach(round -> answers.put(round.id(), new ArrayList<>()));
        repository
                .invitees(byId.keySet(), own)
                .forEach(invitee -> Objects.requireNonNull(answers.get(invitee.roundId()))
                        .add(told(
                                asker,
                                Objects.requireNonNull(byId.get(invitee.roundId())),
                                invitee,
                                Optional.ofNullable(replies.get(invitee.id())),
                                moment)));
        return answers;
    }

    private static Answer told(Person asker, Round round, Invitee invitee, Optional<Reply> reply, Instant moment) {
        Invitee seen = ReplyAccess.seen(asker, round, invitee, moment);
        if (ReplyAccess.totalsOnly(asker, round, moment) && !ReplyAccess.own(asker, invitee)) {
            return new Answer(seen, Optional.empty(), false);
        }
        boolean readable = reply.filter(one -> ReplyAccess.readable(asker, round, invitee, one, moment))
                .isPresent();
        return new Answer(
                seen, readable ? reply : reply.map(one -> one.veiled(ReplyAccess.seesOpening(asker))), readable);
    }

    /** Writes the positions; those not named, and the note when there is none, stay as they are. */
    @Transactional
    public Answer put(
            Person asker, RoundId roundId, String key, Map<VersionId, Position> positions, @Nullable String note) {
        return put(asker, roundId, key, positions, note, OptionalInt.empty());
    }

    /**
     * The same, where the asker has seen a version of the reply: another one is stale, and a sent one is frozen. The
     * secretariat does not touch what a unit prepares; what it began to enter for a unit gives way to the unit's own.
     */
    @Transactional
    public Answer put(
            Person asker,
            RoundId roundId,
            String key,
            Map<VersionId, Position> positions,
            @Nullable String note,
            OptionalInt seen) {
        known(asker, roundId, key, Replies::mayPrepare);
        Round round = unlocked(roundId);
        Invitee invitee = repository.locked(roundId, key).orElseThrow(Refusal::notFound);
        boolean enters = enters(asker, invitee);
        Optional<Reply> before = repository.held(invitee.id());
        Reply.Open begun = before.map(reply -> reply.continued(enters))
                .orElseGet(() -> Reply.begun(invitee, enters ? asker.id() : null));
        requireSeen(before, seen);
        if (!round.drafts().containsAll(positions.keySet())) {
            throw Refusal.unprocessable("DRAFT_UNKNOWN");
        }
        String words = note == null ? null : TextGate.TEXT.pass(note);
        Reply written = begun.corrected(asker, approves(asker, invitee), positions, words);
        if (before.isEmpty()) {
            repository.add(written);
        } else {
            if (before.get().isEntered() && !enters) {
                repository.clearPositions(written.id());
            }
            save(written);
        }
        positions.forEach((draft, position) -> repository.position(written.id(), draft, position));
        changed(asker, invitee, "REPLY_WRITTEN");
        return answer(invitee);
    }

    /** The same position on every draft of the round. */
    @Transactional
    public Answer putAll(Person asker, RoundId roundId, String key, Position position, @Nullable String note) {
        return putAll(asker, roundId, key, position, note, OptionalInt.empty());
    }

    @Transactional
    public Answer putAll(
            Person asker, RoundId roundId, String key, Position position, @Nullable String note, OptionalInt seen) {
        Map<VersionId, Position> all = new LinkedHashMap<>();
        rounds.get(asker, roundId).drafts().forEach(draft -> all.put(draft, position));
        return put(asker, roundId, key, all, note, seen);
    }

    /** Trình lãnh đạo: from the staff to the head, or to the first whom the unit has look at it before. */
    @Transactional
    public Answer submit(Person asker, RoundId roundId, String key) {
        return submit(asker, roundId, key, OptionalInt.empty());
    }

    /** The same, where the asker has seen a version of the reply. */
    @Transactional
    public Answer submit(Person asker, RoundId roundId, String key, OptionalInt seen) {
        known(asker, roundId, key, Replies::speaks);
        unlocked(roundId);
        Invitee invitee = repository.locked(roundId, key).orElseThrow(Refusal::notFound);
        Reply.Open reply = work(asker, invitee, seen);
        save(reply.submitted(routes.first(asker, invitee.unit())));
        steps.add(reply.id(), ReplyStep.Action.SUBMIT, "", asker.id(), clock.instant());
        changed(asker, invitee, "REPLY_SUBMITTED");
        return answer(invitee);
    }

    /**
     * Duyệt và gửi: the head sends for the unit, a person for oneself, the secretariat what it has entered from a letter.
     * What the unit has prepared goes with it when the head sends, and stays inside the unit otherwise. Whether it is late
     * is decided by the time of receipt, once, in this transaction. A reply is sent once: the second time is refused.
     */
    @Transactional
    public Answer send(Person asker, RoundId roundId, String key) {
        return send(asker, roundId, key, OptionalInt.empty());
    }

    @Transactional
    public Answer send(Person asker, RoundId roundId, String key, OptionalInt seen) {
        return send(asker, roundId, key, seen, null);
    }

    /**
     * The same, saying whose the reply is. A head who is asked in the own name too may say that it is both: then it answers
     * both invitations, the own one being without any answer until now. Nobody speaks for whom they do not speak.
     */
    @Transactional
    public Answer send(Person asker, RoundId roundId, String key, OptionalInt seen, @Nullable Capacity said) {
        Invitee named = known(asker, roundId, key, Replies::maySend);
        Optional<Invitee> own = hats.own(asker, named, said);
        Round round = unlocked(roundId);
        Invitee invitee = hats.locked(named, own);
        Reply.Open reply = work(asker, invitee, seen);
        own.ifPresent(one -> hats.requireUnanswered(one, reply));
        goesOut(asker, round, invitee, reply, own);
        changed(asker, invitee, "REPLY_SENT");
        return answer(invitee);
    }

    /**
     * Sends the reply as of now, for the own invitation too if there is one, and with it what the unit has prepared where
     * its head sends.
     */
    void goesOut(Person asker, Round round, Invitee invitee, Reply.Open reply, Optional<Invitee> own) {
        Instant received = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Reply.Sending sending = new Reply.Sending(asker.id(), received, round.late(invitee, received));
        save(reply.sent(round.drafts(), sending, own.isPresent() ? Capacity.BOTH : invitee.hat()));
        own.ifPresent(one -> {
            repository.answersFor(reply.id(), one.id(), round.late(one, received));
            changed(asker, one, "REPLY_SENT");
        });
        if (approves(asker, invitee)) {
            events.publishEvent(new ReplySending(asker, Objects.requireNonNull(invitee.unit()), round, received));
        }
        steps.add(reply.id(), ReplyStep.Action.SEND, "", asker.id(), received);
    }

    /** The reply that the asker goes on with: there, not sent, the asker's own work, and as the asker has seen it. */
    Reply.Open work(Person asker, Invitee invitee, OptionalInt seen) {
        Reply reply = repository.held(invitee.id()).orElseThrow(() -> Refusal.conflict("REPLY_EMPTY"));
        Reply.Open open = reply.open();
        open.requireWork(enters(asker, invitee));
        requireSeen(Optional.of(reply), seen);
        return open;
    }

    /** Ghi số, ngày văn bản: also after sending. The secretariat does it for what was sent or what it enters itself. */
    @Transactional
    public Answer letter(Person asker, RoundId roundId, String key, String written, @Nullable LocalDate date) {
        return letter(asker, roundId, key, written, date, OptionalInt.empty());
    }

    /** The same, where the asker has seen a version of the reply. */
    @Transactional
    public Answer letter(
            Person asker, RoundId roundId, String key, String written, @Nullable LocalDate date, OptionalInt seen) {
        known(asker, roundId, key, (person, any) -> true);
        roundRepository.locked(roundId, false).orElseThrow(Refusal::notFound);
        Invitee invitee = repository.locked(roundId, key).orElseThrow(Refusal::notFound);
        Reply reply = repository.held(invitee.id()).orElseThrow(() -> Refusal.conflict("REPLY_EMPTY"));
        reply.requireLetter(ReplyAccess.own(asker, invitee), invitee.hat());
        requireSeen(Optional.of(reply), seen);
        String number = TextGate.NUMBER.pass(written);
        var entry = new ReplyRepository.LetterEntry(
                number, date == null ? null : Limits.day(date), asker.id(), clock.instant());
        if (!repository.letter(reply, entry)) {
            throw Refusal.stale();
        }
        trail.record(
                asker.actor(),
                "REPLY_LETTER",
                "REPLY",
                reply.id().value(),
                Change.of("letterNumber", reply.letterNumber(), number));
        events.publishEvent(new ReplyChanged(reply.id(), roundId));
        return answer(invitee);
    }

    /** Đã trả lời bằng văn bản mật, lưu ngoài hệ thống: the fact only. */
    @Transactional
    public Answer classified(Person asker, RoundId roundId, String key) {
        rounds.get(asker, roundId);
        requireSecretariat(asker);
        unlocked(roundId);
        Invitee invitee = repository.locked(roundId, key).orElseThrow(Refusal::notFound);
        repository.classified(invitee.id(), asker.id(), clock.instant());
        changed(asker, invitee, "REPLY_CLASSIFIED");
        return seen(asker, roundId, key);
    }

    /**
     * Đồng ý gia hạn: only this invitee's deadline moves, only forward and for a reason. What the invitee has sent
     * meanwhile is judged by the new deadline.
     */
    @Transactional
    public Answer extend(Person asker, RoundId roundId, String key, Instant until, String said) {
        rounds.get(asker, roundId);
        requireSecretariat(asker);
        Round round = roundRepository.locked(roundId, true).orElseThrow(Refusal::notFound);
        round.requireUnlocked();
        Invitee invitee = repository.locked(roundId, key).orElseThrow(Refusal::notFound);
        String reason = TextGate.TEXT.require(said, "REASON_MISSING");
        Instant before = round.deadlineOf(invitee);
        Instant after = Deadlines.moved(before, until, clock.instant());
        repository.extended(invitee.id(), after);
        roundRepository.extended(
                roundId,
                invitee.id(),
                new RoundRepository.Extension(before, after, reason, asker.id(), clock.instant()));
        roundRepository.judgeLateness(roundId);
        changed(asker, invitee, "INVITEE_EXTENDED", Change.of("closesAt", before.toString(), after + " " + reason));
        return seen(asker, roundId, key);
    }

    /** Marks that an invitee has opened the drafts; seen by the secretariat only, never printed. */
    @Transactional
    public void opened(Person asker, RoundId round) {
        repository.opened(round, asker, clock.instant());
    }

    interface May {
        boolean answer(Person asker, Invitee invitee);
    }

    /** The invitee, or tells those who may not: absent to whom the invitation is hidden, forbidden to whom it is not. */
    Invitee known(Person asker, RoundId round, String key, May may) {
        rounds.get(asker, round);
        Invitee invitee = repository.invitees(round).stream()
                .filter(one -> one.key().equals(key))
                .filter(one -> ReplyAccess.own(asker, one) || asker.is(Role.SECRETARIAT))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (!may.answer(asker, invitee)) {
            throw Refusal.forbidden();
        }
        return invitee;
    }

    /** Whether the person writes what the invitee says: a clerk gives it its number and writes nothing in it. */
    public static boolean speaks(Person asker, Invitee invitee) {
        return asker.id().equals(invitee.person()) || (invitee.unit() != null && asker.speaksFor(invitee.unit()));
    }

    /** Whether the person writes it from a letter, being of the secretariat and not of those who are asked. */
    static boolean enters(Person asker, Invitee invitee) {
        return asker.is(Role.SECRETARIAT) && !speaks(asker, invitee);
    }

    private static boolean mayPrepare(Person asker, Invitee invitee) {
        return speaks(asker, invitee) || enters(asker, invitee);
    }

    static boolean maySend(Person asker, Invitee invitee) {
        return asker.id().equals(invitee.person()) || approves(asker, invitee) || enters(asker, invitee);
    }

    /** Whether the person decides as the head of the unit that is asked, or since the head has lent that for the round. */
    public static boolean approves(Person asker, Invitee invitee) {
        return invitee.unit() != null && asker.heads(invitee.unit(), invitee.roundId());
    }

    /** The round, which nobody closes, extends or locks before this transaction ends. */
    Round unlocked(RoundId id) {
        Round round = roundRepository.locked(id, false).orElseThrow(Refusal::notFound);
        round.requireUnlocked();
        return round;
    }

    static void requireSeen(Optional<Reply> reply, OptionalInt seen) {
        if (seen.isPresent() && seen.getAsInt() != reply.map(Reply::version).orElse(0)) {
            throw Refusal.stale();
        }
    }

    void save(Reply reply) {
        if (!repository.update(reply)) {
            throw Refusal.stale();
        }
    }

    private void changed(Person asker, Invitee invitee, String action) {
        changed(asker, invitee, action, Change.NONE);
    }

    void changed(Person asker, Invitee invitee, String action, Change change) {
        trail.record(
                asker.actor(),
                action,
                "INVITEE",
                invitee.id().value(),
                change.onBehalfOf(invitee.unit() == null ? null : invitee.unit().value()));
        repository
                .current(invitee.id())
                .ifPresent(reply -> events.publishEvent(new ReplyChanged(reply.id(), invitee.roundId())));
    }

    Answer answer(Invitee invitee) {
        return new Answer(invitee, repository.current(invitee.id()), true);
    }

    private Answer seen(Person asker, RoundId round, String key) {
        return list(asker, round).stream()
                .filter(answer -> answer.invitee().key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static void requireSecretariat(Person asker) {
        if (!asker.is(Role.SECRETARIAT)) {
            throw Refusal.forbidden();
        }
    }
}
