package vn.gopy.consultation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.UnitRole;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * The replies of a round: prepared by staff, sent by the head, frozen when sent. A person who is asked sends alone; the
 * secretariat enters what came as a letter.
 */
@Service
public class Replies {

    private final Rounds rounds;
    private final RoundRepository roundRepository;
    private final ReplyRepository repository;
    private final Comments comments;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Replies(
            Rounds rounds,
            RoundRepository roundRepository,
            ReplyRepository repository,
            Comments comments,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.roundRepository = roundRepository;
        this.repository = repository;
        this.comments = comments;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** An invitee with the present reply. */
    public record Answer(Invitee invitee, Optional<Reply> reply) {}

    /** The invitees of a round that the asker may see with their replies: the secretariat and chair all, others own. */
    @Transactional(readOnly = true)
    public List<Answer> list(Person asker, RoundId round) {
        rounds.get(asker, round);
        boolean leads = asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR);
        return repository.invitees(round).stream()
                .filter(invitee -> leads || own(asker, invitee))
                .map(invitee -> new Answer(invitee, repository.current(invitee.id())))
                .toList();
    }

    private static boolean own(Person asker, Invitee invitee) {
        return asker.id().equals(invitee.person())
                || (invitee.unit() != null && asker.units().contains(invitee.unit()));
    }

    /** Writes the positions; those not named stay as they are. A sent reply is frozen. */
    @Transactional
    public Answer put(Person asker, RoundId roundId, String key, Map<VersionId, Position> positions, String note) {
        Round round = rounds.get(asker, roundId);
        Invitee invitee = preparable(asker, roundId, key);
        requireUnlocked(round);
        if (!round.drafts().containsAll(positions.keySet())) {
            throw Refusal.unprocessable("DRAFT_UNKNOWN");
        }
        Optional<Reply> before = repository.current(invitee.id());
        before.ifPresent(reply -> requireOpen(reply));
        repository.put(merged(invitee, before, positions, TextGate.TEXT.pass(note)));
        changed(asker, invitee, "REPLY_WRITTEN");
        return answer(invitee);
    }

    /** The same position on every draft of the round. */
    @Transactional
    public Answer putAll(Person asker, RoundId roundId, String key, Position position, String note) {
        Map<VersionId, Position> all = new LinkedHashMap<>();
        rounds.get(asker, roundId).drafts().forEach(draft -> all.put(draft, position));
        return put(asker, roundId, key, all, note);
    }

    private static Reply merged(
            Invitee invitee, Optional<Reply> before, Map<VersionId, Position> positions, String note) {
        Map<VersionId, Position> all = new LinkedHashMap<>();
        before.ifPresent(reply -> all.putAll(reply.positions()));
        all.putAll(positions);
        return new Reply(
                before.map(Reply::id).orElseGet(ReplyId::next),
                1,
                invitee.id(),
                ReplyState.PREPARING,
                invitee.unit() == null ? Capacity.OWN : Capacity.UNIT,
                note,
                null,
                false,
                "",
                null,
                all);
    }

    /** Trình lãnh đạo: from the staff to the head. */
    @Transactional
    public Answer submit(Person asker, RoundId roundId, String key) {
        Invitee invitee = preparable(asker, roundId, key);
        Reply reply = repository.current(invitee.id()).orElseThrow(() -> Refusal.conflict("REPLY_EMPTY"));
        requireOpen(reply);
        repository.submitted(reply.id());
        repository.step(reply.id(), "SUBMIT", asker.id(), clock.instant());
        changed(asker, invitee, "REPLY_SUBMITTED");
        return answer(invitee);
    }

    /**
     * Duyệt và gửi: the head sends for the unit, a person for oneself, the secretariat what came as a letter. What the
     * unit has prepared goes with it when the head sends, and stays inside the unit otherwise. Whether it is late is decided by the time of receipt, once, in this transaction.
     */
    @Transactional
    public Answer send(Person asker, RoundId roundId, String key) {
        Invitee invitee = invitee(asker, roundId, key);
        if (!maySend(asker, invitee)) {
            throw Refusal.forbidden();
        }
        Round round = roundRepository.locked(roundId, false).orElseThrow(Refusal::notFound);
        requireUnlocked(round);
        Reply reply = repository.current(invitee.id()).orElseThrow(() -> Refusal.conflict("REPLY_EMPTY"));
        requireOpen(reply);
        if (!reply.positions().keySet().containsAll(round.drafts())) {
            throw Refusal.unprocessable("POSITION_MISSING");
        }
        Instant received = clock.instant();
        repository.sent(reply.id(), asker.id(), !own(asker, invitee), late(round, invitee, received), received);
        repository.step(reply.id(), "SEND", asker.id(), received);
        if (invitee.unit() != null && asker.heads(invitee.unit())) {
            comments.sendUnitDrafts(asker, invitee.unit(), round);
        }
        changed(asker, invitee, "REPLY_SENT");
        return answer(invitee);
    }

    /**
     * Nhất trí with one draft in one press, for the person's own invitation; with opinions where some were sent on it. The
     * reply goes out with the last draft of the round that gets a position; until then it is kept.
     */
    @Transactional
    public Answer agree(Person asker, RoundId roundId, VersionId draft) {
        Invitee invitee = ownInvitee(asker, roundId).orElseThrow(Refusal::notFound);
        Position position = comments.anySent(invitee, draft) ? Position.AGREE_WITH : Position.AGREE;
        Answer answer = put(asker, roundId, invitee.key(), Map.of(draft, position), "");
        boolean complete = answer.reply()
                .orElseThrow()
                .positions()
                .keySet()
                .containsAll(rounds.get(asker, roundId).drafts());
        return complete ? send(asker, roundId, invitee.key()) : answer;
    }

    /** The person's own invitation, or the one of the unit that the person heads. */
    @Transactional(readOnly = true)
    public Optional<Invitee> ownInvitee(Person asker, RoundId round) {
        List<Invitee> invitees = repository.invitees(round);
        return invitees.stream()
                .filter(one -> asker.id().equals(one.person()))
                .findFirst()
                .or(() -> invitees.stream()
                        .filter(one -> one.unit() != null && asker.heads(one.unit()))
                        .findFirst());
    }

    /** Ghi số, ngày văn bản: also after sending. */
    @Transactional
    public Answer letter(Person asker, RoundId roundId, String key, String written, @Nullable LocalDate date) {
        Invitee invitee = invitee(asker, roundId, key);
        Reply reply = repository.current(invitee.id()).orElseThrow(() -> Refusal.conflict("REPLY_EMPTY"));
        String number = TextGate.NUMBER.pass(written);
        repository.letter(reply.id(), number, date == null ? null : Limits.day(date));
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
        Invitee invitee = invitee(asker, roundId, key);
        repository.classified(invitee.id(), asker.id(), clock.instant());
        changed(asker, invitee, "REPLY_CLASSIFIED");
        return answer(invitee(asker, roundId, key));
    }

    /** Đồng ý gia hạn: only this invitee's deadline moves. */
    @Transactional
    public Answer extend(Person asker, RoundId roundId, String key, Instant until) {
        Round round = rounds.get(asker, roundId);
        requireSecretariat(asker);
        requireUnlocked(round);
        Invitee invitee = invitee(asker, roundId, key);
        repository.extended(invitee.id(), Limits.moment(until).truncatedTo(ChronoUnit.MICROS));
        changed(asker, invitee, "INVITEE_EXTENDED");
        return answer(invitee(asker, roundId, key));
    }

    /** Marks that an invitee has opened the drafts; seen by the secretariat only, never printed. */
    @Transactional
    public void opened(Person asker, RoundId round) {
        repository.invitees(round).stream()
                .filter(invitee -> own(asker, invitee))
                .forEach(invitee -> repository.opened(invitee.id(), clock.instant()));
    }

    private static boolean late(Round round, Invitee invitee, Instant received) {
        Instant deadline = Objects.requireNonNullElse(invitee.closesAt(), round.closes());
        return !received.isBefore(deadline);
    }

    private Invitee invitee(Person asker, RoundId round, String key) {
        rounds.get(asker, round);
        return repository.invitees(round).stream()
                .filter(invitee -> invitee.key().equals(key))
                .filter(invitee -> own(asker, invitee) || asker.is(Role.SECRETARIAT))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The invitee whose reply the asker may prepare: a clerk gives it its number and writes nothing in it. */
    private Invitee preparable(Person asker, RoundId round, String key) {
        Invitee invitee = invitee(asker, round, key);
        boolean clerkOnly = invitee.unit() != null && !asker.speaksFor(invitee.unit());
        if (clerkOnly && !asker.is(Role.SECRETARIAT)) {
            throw Refusal.forbidden();
        }
        return invitee;
    }

    private static boolean maySend(Person asker, Invitee invitee) {
        return asker.is(Role.SECRETARIAT)
                || asker.id().equals(invitee.person())
                || asker.memberships().stream()
                        .anyMatch(one -> one.unitId().equals(invitee.unit()) && one.role() == UnitRole.HEAD);
    }

    private void changed(Person asker, Invitee invitee, String action) {
        trail.record(
                asker.actor(),
                action,
                "INVITEE",
                invitee.id().value(),
                Change.NONE.onBehalfOf(
                        invitee.unit() == null ? null : invitee.unit().value()));
        repository
                .current(invitee.id())
                .ifPresent(reply -> events.publishEvent(new ReplyChanged(reply.id(), invitee.roundId())));
    }

    private Answer answer(Invitee invitee) {
        return new Answer(invitee, repository.current(invitee.id()));
    }

    private static void requireOpen(Reply reply) {
        if (reply.state() == ReplyState.SENT) {
            throw Refusal.conflict("REPLY_FROZEN");
        }
    }

    private static void requireUnlocked(Round round) {
        if (round.lockedAt() != null || round.announcedAt() != null) {
            throw Refusal.conflict("ROUND_LOCKED");
        }
    }

    private static void requireSecretariat(Person asker) {
        if (!asker.is(Role.SECRETARIAT)) {
            throw Refusal.forbidden();
        }
    }
}
