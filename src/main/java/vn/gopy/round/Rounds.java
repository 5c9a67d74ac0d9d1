package vn.gopy.round;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.Units;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** The consultation rounds: extended, closed and locked by the secretariat; known to those who are invited. */
@Service
public class Rounds {

    private final RoundRepository repository;
    private final ReplyRepository replies;
    private final Units units;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Rounds(
            RoundRepository repository,
            ReplyRepository replies,
            Units units,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.replies = replies;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** How the table will count the person. */
    public static Invitee.Group group(Person person) {
        return person.is(Role.ADVISER) ? Invitee.Group.EXPERT : Invitee.Group.MEMBER;
    }

    /** The round, for those who may know of it. */
    @Transactional(readOnly = true)
    public Round get(Person asker, RoundId id) {
        return repository.known(id, asker, clock.instant()).orElseThrow(Refusal::notFound);
    }

    /** The rounds that the asker may know of, the latest deadline first. */
    @Transactional(readOnly = true)
    public List<Round> list(Person asker) {
        return repository.known(asker, clock.instant());
    }

    /** The same, about drafts of one dossier, in order of opening. */
    @Transactional(readOnly = true)
    public List<Round> of(Person asker, DossierId dossier) {
        return repository.known(dossier, asker, clock.instant());
    }

    /**
     * Where one reads a draft of a round.
     *
     * @param dossier its title, and {@code code} such as HS-01
     */
    public record DraftPlace(String path, String code, String dossier, VersionName name) {

        /** How a column about it is headed, in words by their key: "HS-01", "HS-01 · Tờ trình". */
        public String heading(UnaryOperator<String> words) {
            return name.isMain() ? code : code + " · " + words.apply("series.role." + name.role());
        }

        /** The same on an official paper. */
        public String heading() {
            return heading(key -> name.role().official());
        }
    }

    /** Where the asker reads each of these drafts; those that the asker may not read are not among them. */
    @Transactional(readOnly = true)
    public Map<VersionId, DraftPlace> places(Person asker, Collection<VersionId> drafts) {
        return repository.places(drafts, asker, clock.instant());
    }

    /** The round that is open about each of several dossiers now, the one opened last where there are more. */
    @Transactional(readOnly = true)
    public Map<DossierId, Round> openOn(Person asker, Collection<DossierId> dossiers) {
        Instant now = clock.instant();
        List<Round> open = repository.knownAbout(dossiers, asker, now).stream()
                .filter(round -> round.state(now) == RoundState.OPEN)
                .toList();
        Map<VersionId, DossierId> of = repository.dossiersOf(
                open.stream().flatMap(round -> round.drafts().stream()).toList());
        Map<DossierId, Round> latest = new HashMap<>();
        open.forEach(round -> round.drafts().forEach(draft -> latest.put(of.get(draft), round)));
        latest.keySet().retainAll(dossiers);
        return latest;
    }

    /** Those of the rounds that the asker may know of. */
    @Transactional(readOnly = true)
    public List<Round> known(Person asker, Collection<RoundId> ids) {
        return repository.known(ids, asker, clock.instant());
    }

    /**
     * The round that rules opinions on a version now, for one who reads: the latest that has opened, if the asker may know
     * of it. It may be closed or locked at any moment; who decides by it asks in another way.
     */
    @Transactional(readOnly = true)
    public Optional<Round> ruling(Person asker, VersionId version) {
        return repository
                .rulingForReading(version, clock.instant())
                .flatMap(round -> repository.known(round.id(), asker, clock.instant()));
    }

    /**
     * Refuses with {@code ROUND_LOCKED} once the consolidation is locked. The round is not locked, closed or extended
     * before the running transaction ends; ask it before anything else of the round is locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Round requireUnlocked(RoundId id) {
        Round round = repository.locked(id, false).orElseThrow(Refusal::notFound);
        round.requireUnlocked();
        return round;
    }

    /**
     * Moves the deadline of all: only forward, for a reason. A round that was closed is open again. What was sent meanwhile
     * is judged by the new deadline.
     */
    @Transactional
    public Round extend(Person asker, RoundId id, Instant closesAt, String reason) {
        Round round = forChange(asker, id);
        round.requireUnlocked();
        String why = TextGate.TEXT.require(reason, "REASON_MISSING");
        if (!closesAt.isAfter(round.opensAt())) {
            throw Refusal.unprocessable("DEADLINE_BEFORE_OPENING");
        }
        Instant now = clock.instant();
        Instant after = Deadlines.moved(round.closes(), closesAt, now);
        repository.extend(id, after);
        repository.extended(id, null, new RoundRepository.Extension(round.closes(), after, why, asker.id(), now));
        repository.judgeLateness(id);
        return changed(
                asker,
                id,
                "ROUND_EXTENDED",
                Change.of("closesAt", round.closes().toString(), after + " " + why));
    }

    /** Closes before the deadline, and does nothing after it; late answers are still taken until the lock. */
    @Transactional
    public Round close(Person asker, RoundId id) {
        Round round = forChange(asker, id);
        round.requireUnlocked();
        return switch (round.state(clock.instant())) {
            case PREPARING -> throw Refusal.conflict("ROUND_NOT_OPEN");
            case OPEN -> {
                repository.close(id, clock.instant());
                yield changed(asker, id, "ROUND_CLOSED", Change.NONE);
            }
            case CLOSED, LOCKED, ANNOUNCED -> round;
        };
    }

    /** Khóa tổng hợp: nothing more is taken. A second time does nothing. */
    @Transactional
    public Round lock(Person asker, RoundId id) {
        Round round = forChange(asker, id);
        return switch (round.state(clock.instant())) {
            case PREPARING -> throw Refusal.conflict("ROUND_NOT_OPEN");
            case OPEN -> throw Refusal.conflict("ROUND_OPEN");
            case CLOSED -> {
                repository.lock(id, clock.instant());
                yield changed(asker, id, "ROUND_LOCKED", Change.NONE);
            }
            case LOCKED, ANNOUNCED -> round;
        };
    }

    /**
     * Thông báo kết quả: from now on everybody reads what became of their own opinions. Only of a round that is locked; a second
     * time does nothing. Who is told, and that every opinion has an outcome, is a matter of {@code running.Announcing}.
     *
     * @return whether it was not announced before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean announce(Person asker, RoundId id) {
        Round round = forChange(asker, id);
        return switch (round.state(clock.instant())) {
            case PREPARING, OPEN, CLOSED -> throw Refusal.conflict("ROUND_NOT_LOCKED");
            case LOCKED -> {
                repository.announce(id, clock.instant());
                changed(asker, id, "ROUND_ANNOUNCED", Change.NONE);
                yield true;
            }
            case ANNOUNCED -> false;
        };
    }

    /**
     * The round for somebody who runs it, while it is not locked: nobody else changes it, or takes an answer into it,
     * before the running transaction ends. Ask it before anything else of the round is locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Round heldToRun(Person asker, RoundId id) {
        Round round = forChange(asker, id);
        round.requireUnlocked();
        return round;
    }

    /**
     * Ngoài danh sách lấy ý kiến: takes a unit onto the board that was not asked and has answered. It stands beside the sum
     * and is not given the drafts to read. A unit that is there already refuses {@code INVITED_ALREADY}.
     */
    @Transactional
    public Invitee beside(Person asker, RoundId id, String code) {
        forChange(asker, id).requireUnlocked();
        Unit unit = units.named(code);
        if (!replies.addBeside(id, unit.id())) {
            throw Refusal.conflict("INVITED_ALREADY");
        }
        Invitee invitee = replies.locked(id, unit.code()).orElseThrow();
        trail.record(asker.actor(), "INVITEE_BESIDE", "INVITEE", invitee.id().value(), Change.created(unit.name()));
        events.publishEvent(new RoundAccessChanged(id));
        return invitee;
    }

    private Round forChange(Person asker, RoundId id) {
        get(asker, id);
        requireSecretariat(asker);
        return repository.locked(id, true).orElseThrow(Refusal::notFound);
    }

    private Round changed(Person asker, RoundId id, String action, Change change) {
        trail.record(asker.actor(), action, "ROUND", id.value(), change);
        events.publishEvent(new RoundAccessChanged(id));
        return get(asker, id);
    }

    /** Who is asked in the round, as far as the asker may know: the secretariat and the chair of all, others of their own. */
    @Transactional(readOnly = true)
    public List<Invitee> invitees(Person asker, RoundId id) {
        Round round = get(asker, id);
        return replies.invitees(List.of(id), ReplyAccess.seesAll(asker) ? null : asker).stream()
                .map(invitee -> ReplyAccess.seen(asker, round, invitee, clock.instant()))
                .toList();
    }

    /** How the invitees have answered: over all drafts, or on one. Not for invitees themselves. */
    @Transactional(readOnly = true)
    public AnswerCounts counts(Person asker, RoundId id, @Nullable VersionId draft) {
        Round round = get(asker, id);
        requireLeading(asker);
        return AnswerCounting.of(
                round, replies.invitees(List.of(id), null), replies.current(List.of(id), null), draft, clock.instant());
    }

    /**
     * How the invitees of several rounds have answered, over all drafts and on each, by as many statements as for one
     * round. Not for invitees themselves.
     */
    @Transactional(readOnly = true)
    public Map<RoundId, RoundFigures> figures(Person asker, Collection<RoundId> ids) {
        requireLeading(asker);
        List<Round> known = known(asker, ids);
        List<RoundId> knownIds = known.stream().map(Round::id).toList();
        Map<RoundId, List<Invitee>> invitees =
                replies.invitees(knownIds, null).stream().collect(Collectors.groupingBy(Invitee::roundId));
        List<Reply> answers = replies.current(knownIds, null);
        Instant now = clock.instant();
        return known.stream()
                .collect(Collectors.toMap(
                        Round::id,
                        round -> AnswerCounting.figures(
                                round,
                                invitees.getOrDefault(round.id(), List.of()),
                                answers,
                                ReplyAccess.seesOpening(asker),
                                now)));
    }

    private static void requireLeading(Person asker) {
        if (!ReplyAccess.seesAll(asker)) {
            throw Refusal.forbidden();
        }
    }

    /** Whether the person may open rounds and run them. */
    public boolean mayRun(Person asker) {
        return asker.is(Role.SECRETARIAT);
    }

    /** Whether the person may change something of the round: who runs it, until all dossiers it is about have ended. */
    @Transactional(readOnly = true)
    public boolean mayRun(Person asker, Round round) {
        return mayRun(asker) && ended(List.of(round.id())).isEmpty();
    }

    /** Those of the rounds whose dossiers have all ended: they are read, and nothing of them changes any more. */
    @Transactional(readOnly = true)
    public Set<RoundId> ended(Collection<RoundId> ids) {
        return repository.ended(ids);
    }

    static void requireSecretariat(Person asker) {
        if (!asker.is(Role.SECRETARIAT)) {
            throw Refusal.forbidden();
        }
    }
}
