package vn.gopy.consolidation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.IssueGroup.Member;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.figures.OutcomeCounts;
import vn.gopy.round.figures.OutcomeFigures;
import vn.gopy.shared.Ids;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** The points of rounds: the secretariat works on them, the chair reads them. */
@Service
public class Points {

    private final PointQuery query;
    private final PointRepository repository;
    private final GroupRepository groups;
    private final PointEntry entry;
    private final DeskUndo undo;
    private final Rounds rounds;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Points(
            PointQuery query,
            PointRepository repository,
            GroupRepository groups,
            PointEntry entry,
            DeskUndo undo,
            Rounds rounds,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.query = query;
        this.repository = repository;
        this.groups = groups;
        this.entry = entry;
        this.undo = undo;
        this.rounds = rounds;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The points of a round in table order, all with their numbers; of those restricted to other readers only that they
     * are there.
     */
    @Transactional
    public List<Point> of(Person asker, RoundId round) {
        requireReader(asker, round);
        if (repository.hasToNumber(round)) {
            repository.number(round);
        }
        return query.of(round, asker, clock.instant());
    }

    /**
     * A part of them; a number may still be missing for a moment.
     *
     * @param after the last of the part before; null to begin
     */
    @Transactional(readOnly = true)
    public Page<Point> page(Person asker, RoundId round, @Nullable PointId after, int size) {
        requireReader(asker, round);
        List<Point> found = query.page(round, after, size + 1, asker, clock.instant());
        List<Point> part = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? part.getLast().id().toString() : null;
        return new Page<>(List.copyOf(part), query.total(round), next);
    }

    /** Refuses who may not list the points of the round. */
    @Transactional(readOnly = true)
    public void requireReader(Person asker, RoundId id) {
        Round round = rounds.get(asker, id);
        if (!PointAccess.lists(asker, round, clock.instant())) {
            throw Refusal.forbidden();
        }
    }

    /** What became of the points, over all drafts or on one; for the secretariat and the chair. */
    @Transactional(readOnly = true)
    public OutcomeCounts counts(Person asker, RoundId round, @Nullable VersionId draft) {
        OutcomeFigures figures = figures(asker, round);
        return draft == null ? figures.overall() : figures.on(draft);
    }

    /** The same over all drafts and on each at once. */
    @Transactional(readOnly = true)
    public OutcomeFigures figures(Person asker, RoundId round) {
        rounds.get(asker, round);
        if (!asker.is(Role.SECRETARIAT) && !asker.is(Role.CHAIR)) {
            throw Refusal.forbidden();
        }
        return query.figures(round);
    }

    /** One point, for those who work on it. */
    @Transactional(readOnly = true)
    public Point get(Person asker, PointId id) {
        rounds.get(
                asker,
                repository
                        .whereabouts(id)
                        .map(PointRepository.Whereabouts::roundId)
                        .orElseThrow(Refusal::notFound));
        requireSecretariat(asker);
        return query.byId(id, asker, clock.instant()).orElseThrow(Refusal::notFound);
    }

    /**
     * Enters points from letters, minutes and forms; all or nothing, at most 10,000, and none after the lock. Of up to
     * {@value Limits#LIST} the entry can be undone.
     */
    @Transactional
    public List<PointId> enter(Person asker, RoundId round, List<NewPoint> wanted) {
        rounds.get(asker, round);
        requireSecretariat(asker);
        List<PointId> made = entry.enter(asker, rounds.requireUnlocked(round), wanted);
        if (made.size() <= Limits.LIST) {
            undo.note(asker, round, DeskChange.Kind.ENTER, DeskState.NONE, made);
        }
        return made;
    }

    /**
     * What a point is answered.
     *
     * @param words the answer of its group
     * @param applied the words that the draft is to have; null where none are named
     */
    public record Answer(
            @Nullable Outcome outcome,
            String words,
            @Nullable String applied) {}

    /** Answers a point, see {@link #answer(Person, PointId, int, Function)}. */
    @Transactional
    public Point answer(
            Person asker,
            PointId id,
            int version,
            @Nullable Outcome outcome,
            String answer,
            @Nullable String appliedText) {
        return answer(asker, id, version, seen -> new Answer(outcome, answer, appliedText));
    }

    /**
     * Answers a point: the outcome is its own, the answer is its group's. Keeping the draft, or taking a part only, needs
     * a reason, and no point of the group loses the reason it needs.
     *
     * @param wanted is given the point as it stands
     */
    @Transactional
    public Point answer(Person asker, PointId id, int version, Function<Point, Answer> wanted) {
        Point seen = get(asker, id);
        IssueGroup group = groups.lock(seen.groupId()).orElseThrow(Refusal::notFound);
        Member member = group.member(id).filter(one -> one.version() == version).orElseThrow(Refusal::stale);
        Answer answer = wanted.apply(seen);
        Outcome outcome = answer.outcome();
        String words = TextGate.TEXT.pass(answer.words());
        IssueGroup.requireReason(List.of(member.deciding(outcome)), words);
        IssueGroup.requireReason(group.others(id), words);
        DeskState before = undo.standing(List.of(group));
        if (!repository.decide(id, version, outcome, TextGate.WORDING.passOrNull(answer.applied()), asker.id())) {
            throw Refusal.stale();
        }
        if (!words.equals(group.answer())) {
            groups.answer(group, words, new GroupRepository.By(asker.id(), clock.instant()));
            groups.touch(group.others(id));
        }
        undo.note(asker, group.roundId(), DeskChange.Kind.ANSWER, before, List.of());
        trail.record(asker.actor(), "POINT_ANSWERED", "POINT", id.value(), Change.of("answer", group.answer(), words));
        events.publishEvent(new GroupsChanged(group.roundId(), List.of(group.id())));
        return query.byId(id, asker, clock.instant()).orElseThrow(Refusal::notFound);
    }

    /**
     * Answers all points of a group alike: the same outcome for each, and the answer that they share. Refuses {@code STALE}
     * where the group holds other points than were seen, or one of them has changed meanwhile.
     *
     * @param seen the points of the group with their versions, as they were read
     */
    @Transactional
    public void answerAll(
            Person asker,
            GroupId id,
            Map<PointId, Integer> seen,
            @Nullable Outcome outcome,
            String answer,
            @Nullable String appliedText) {
        IssueGroup group = groups.lock(id).orElseThrow(Refusal::notFound);
        rounds.get(asker, group.roundId());
        requireSecretariat(asker);
        group.requireSeen(seen);
        String words = TextGate.TEXT.pass(answer);
        String applied = TextGate.WORDING.passOrNull(appliedText);
        IssueGroup.requireReason(
                group.members().stream().map(member -> member.deciding(outcome)).toList(), words);
        DeskState before = undo.standing(List.of(group));
        for (Member member : group.members()) {
            if (!repository.decide(member.id(), member.version(), outcome, applied, asker.id())) {
                throw Refusal.stale();
            }
        }
        if (!words.equals(group.answer())) {
            groups.answer(group, words, new GroupRepository.By(asker.id(), clock.instant()));
        }
        undo.note(asker, group.roundId(), DeskChange.Kind.ANSWER, before, List.of());
        trail.record(asker.actor(), "POINTS_ANSWERED", "GROUP", id.value(), Change.of("answer", group.answer(), words));
        events.publishEvent(new GroupsChanged(group.roundId(), List.of(id)));
    }

    /**
     * What a point is about: one main place at most, which decides its row, the others are related to it; a single one is
     * the main one. Two or more places without a main one, and none, go to the general part. All are of its draft; one that
     * has none takes that of its places. Refuses {@code PLACE_UNKNOWN} other places, {@code PLACES_MAIN} a second main one.
     *
     * @param main of the {@code places}
     * @param then is given the version that the point has after that; both happen or neither
     */
    @Transactional
    public Point place(
            Person asker,
            PointId id,
            int version,
            List<ProvisionId> places,
            List<ProvisionId> main,
            IntFunction<Point> then) {
        Point seen = get(asker, id);
        Round round = rounds.get(asker, seen.roundId());
        IssueGroup group = groups.lock(seen.groupId()).orElseThrow(Refusal::notFound);
        group.member(id).filter(one -> one.version() == version).orElseThrow(Refusal::stale);
        if (seen.restricted() && seen.text().isEmpty()) {
            throw Refusal.forbidden();
        }
        List<ProvisionId> wanted =
                Limits.list(places, Limits.LIST).stream().distinct().toList();
        List<ProvisionId> first =
                wanted.size() == 1 ? wanted : main.stream().distinct().toList();
        if (first.size() > 1) {
            throw Refusal.unprocessable("PLACES_MAIN");
        }
        PointEntry.Placed placed =
                entry.placed(round, seen, wanted, first.stream().findFirst().orElse(null));
        if (!repository.place(id, version, placed.draft(), placed.places())) {
            throw Refusal.stale();
        }
        trail.record(
                asker.actor(),
                "POINT_PLACES",
                "POINT",
                id.value(),
                Change.of(
                        "places",
                        words(seen.places().stream(), Point.PointPlace::provision, Point.PointPlace::main),
                        words(
                                placed.places().stream(),
                                PointRepository.NewPlace::provision,
                                PointRepository.NewPlace::main)));
        events.publishEvent(new GroupsChanged(seen.roundId(), List.of(group.id())));
        return then.apply(version + 1);
    }

    /** The main one is marked. */
    private static <T> String words(Stream<T> places, Function<T, ProvisionId> place, Predicate<T> main) {
        return places.map(one -> (main.test(one) ? "*" : "") + place.apply(one)).collect(Collectors.joining(" "));
    }

    /**
     * A part of a point, up to where the next one begins.
     *
     * @param start offset in UTF-16 units of the point's text
     * @param places of its draft that the part is about, the main one first; none: those of the point
     */
    public record Part(int start, List<ProvisionId> places) {

        public Part {
            places = places.stream().distinct().toList();
        }
    }

    /**
     * Tách: makes points of the words before, within and behind a part of a point, see {@link #split(Person, PointId, int,
     * List)}.
     *
     * @param start offset in UTF-16 units of its text, likewise {@code end}
     */
    @Transactional
    public List<PointId> split(Person asker, PointId id, int version, int start, int end) {
        if (start < 0 || start >= end) {
            throw Refusal.unprocessable("SPLIT_NOTHING");
        }
        return split(
                asker,
                id,
                version,
                List.of(new Part(0, List.of()), new Part(start, List.of()), new Part(end, List.of())));
    }

    /**
     * Tách: makes points of the parts of a point, each literal, with what was answered so far. What stands before the first part
     * belongs to it. The point itself is withdrawn and kept, its words with the offsets of the parts.
     *
     * @param wanted in the order of the words, at most {@value Limits#LIST}
     * @return the new points in that order
     */
    @Transactional
    public List<PointId> split(Person asker, PointId id, int version, List<Part> wanted) {
        Point seen = get(asker, id);
        IssueGroup group = groups.lock(seen.groupId()).orElseThrow(Refusal::notFound);
        group.member(id).filter(one -> one.version() == version).orElseThrow(Refusal::stale);
        if (seen.restricted() && seen.text().isEmpty()) {
            throw Refusal.forbidden();
        }
        List<PointRepository.Part> parts = parts(seen.text(), Limits.list(wanted, Limits.LIST));
        DeskState before = undo.standing(List.of(group));
        UUID text = Ids.next();
        repository.keepText(text, seen.roundId(), seen.text(), asker.id(), clock.instant());
        if (!repository.split(id, version, text, parts, clock.instant())) {
            throw Refusal.stale();
        }
        List<PointId> made = parts.stream().map(PointRepository.Part::id).toList();
        undo.note(asker, seen.roundId(), DeskChange.Kind.SPLIT, before, made);
        trail.record(asker.actor(), "POINT_SPLIT", "POINT", id.value(), Change.of("points", null, made.toString()));
        List<GroupId> changed =
                new ArrayList<>(parts.stream().map(PointRepository.Part::group).toList());
        changed.add(group.id());
        events.publishEvent(new GroupsChanged(seen.roundId(), changed));
        events.publishEvent(new PointEntry.PointsMade(seen.roundId()));
        return made;
    }

    /** The parts that have words, at least two; the blanks around each are left out. */
    private static List<PointRepository.Part> parts(String text, List<Part> wanted) {
        List<PointRepository.Part> parts = new ArrayList<>();
        for (int n = 0; n < wanted.size(); n++) {
            int from = n == 0 ? 0 : wanted.get(n).start();
            int to = n + 1 < wanted.size() ? wanted.get(n + 1).start() : text.length();
            if (from < 0 || to < from || to > text.length()) {
                throw Refusal.unprocessable("SPLIT_NOTHING");
            }
            while (from < to && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                to--;
            }
            if (text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit)) {
                parts.add(new PointRepository.Part(
                        PointId.next(),
                        GroupId.next(),
                        from,
                        to,
                        text.substring(from, to),
                        wanted.get(n).places()));
            }
        }
        if (parts.size() < 2) {
            throw Refusal.unprocessable("SPLIT_NOTHING");
        }
        return parts;
    }

    static void requireSecretariat(Person asker) {
        if (!asker.is(Role.SECRETARIAT)) {
            throw Refusal.forbidden();
        }
    }
}
