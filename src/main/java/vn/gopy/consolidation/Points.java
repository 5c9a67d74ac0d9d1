package vn.gopy.consolidation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitId;
import vn.gopy.account.Units;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.consultation.Comment;
import vn.gopy.consultation.CommentKind;
import vn.gopy.consultation.CommentSent;
import vn.gopy.consultation.Comments;
import vn.gopy.consultation.Round;
import vn.gopy.consultation.RoundId;
import vn.gopy.consultation.RoundState;
import vn.gopy.consultation.Rounds;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** The points of rounds: the secretariat works on them, the chair reads them. */
@Service
public class Points {

    private final PointRepository repository;
    private final Rounds rounds;
    private final Drafts drafts;
    private final Comments comments;
    private final Units units;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Points(
            PointRepository repository,
            Rounds rounds,
            Drafts drafts,
            Comments comments,
            Units units,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.rounds = rounds;
        this.drafts = drafts;
        this.comments = comments;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** The points of a round in table order; of those restricted to other readers only that they are there. */
    @Transactional(readOnly = true)
    public List<Point> of(Person asker, RoundId round) {
        Round known = rounds.get(asker, round);
        boolean chairMayRead = asker.is(Role.CHAIR) && known.state(clock.instant()) != RoundState.OPEN;
        if (!asker.is(Role.SECRETARIAT) && !chairMayRead) {
            throw Refusal.forbidden();
        }
        return readable(asker, round);
    }

    /** What became of the points, over all drafts or on one; for the secretariat and the chair. */
    @Transactional(readOnly = true)
    public OpinionCounts counts(Person asker, RoundId round, @Nullable VersionId draft) {
        rounds.counts(asker, round, draft);
        return OpinionCounts.of(repository.of(round).stream()
                .filter(point -> draft == null || draft.equals(point.versionId()))
                .toList());
    }

    /** An opinion that is sent within a round is a point from that moment; a mere "nhất trí" never. */
    @EventListener
    @Transactional
    public void on(CommentSent sent) {
        Comment comment = sent.comment();
        if (comment.round() == null || comment.kind() == CommentKind.AGREE) {
            return;
        }
        Point point = point(
                comment.round(),
                new NewPoint(
                        comment.versionId(),
                        null,
                        comment.author().unit() == null ? comment.author().id() : null,
                        comment.kind(),
                        comment.text(),
                        comment.replacement(),
                        SourceKind.COMMENT,
                        "",
                        List.of(),
                        false,
                        comment.restricted()),
                comment);
        repository.add(point, clock.instant());
        Optional.ofNullable(comment.provisionId()).ifPresent(main -> addPlace(point, main, true, 1));
        int ordinal = 1;
        for (ProvisionId further : comments.places(comment.id())) {
            addPlace(point, further, false, ++ordinal);
        }
        trail.record(Actor.SYSTEM, "POINT_MADE", "POINT", point.id().value());
        announce(point.groupId(), point.roundId());
    }

    /** Enters points from letters, minutes and forms; all or nothing, at most 10,000. */
    @Transactional
    public List<PointId> enter(Person asker, RoundId round, List<NewPoint> wanted) {
        rounds.get(asker, round);
        requireSecretariat(asker);
        List<VersionId> about = rounds.requireUnlocked(round).drafts();
        if (!wanted.stream().allMatch(one -> one.draft() == null || about.contains(one.draft()))) {
            throw Refusal.unprocessable("DRAFT_UNKNOWN");
        }
        Limits.list(wanted, Limits.BULK);
        return wanted.stream().map(one -> enter(asker, round, one)).toList();
    }

    private PointId enter(Person asker, RoundId round, NewPoint request) {
        NewPoint wanted = request.passed();
        Point point = point(round, wanted, null);
        repository.add(point, clock.instant());
        int ordinal = 0;
        for (ProvisionId place : wanted.places()) {
            drafts.provision(asker, place);
            addPlace(point, place, ordinal == 0 && !wanted.general(), ++ordinal);
        }
        trail.record(asker.actor(), "POINT_ENTERED", "POINT", point.id().value(), Change.created(wanted.text()));
        announce(point.groupId(), round);
        return point.id();
    }

    private Point point(RoundId round, NewPoint wanted, @Nullable Comment comment) {
        UnitId unit = comment == null ? unit(wanted.unit()) : comment.author().unit();
        PersonId person = wanted.person();
        return new Point(
                PointId.next(),
                1,
                round,
                wanted.draft(),
                repository.nextNumber(round),
                repository.addGroup(round, ""),
                wanted.source(),
                comment == null ? null : comment.id(),
                wanted.sourceRef(),
                unit,
                person,
                "",
                wanted.kind(),
                wanted.text(),
                wanted.replacement(),
                null,
                "",
                null,
                wanted.restricted(),
                List.of());
    }

    private @Nullable UnitId unit(@Nullable String code) {
        return code == null
                ? null
                : units.byCode(code).map(Unit::id).orElseThrow(() -> Refusal.unprocessable("UNIT_UNKNOWN", code));
    }

    private void addPlace(Point point, ProvisionId place, boolean main, int ordinal) {
        PlacedProvision provision = drafts.anyProvision(place).orElseThrow(Refusal::notFound);
        repository.addPlace(point.id(), provision, main, ordinal);
    }

    /**
     * Answers a point: the outcome is its own, the answer is its group's. Keeping the draft, or taking a part only, needs
     * a reason.
     */
    @Transactional
    public Point answer(
            Person asker,
            PointId id,
            int version,
            @Nullable Outcome outcome,
            String answer,
            @Nullable String appliedText) {
        Point point = forChange(asker, id);
        if (point.version() != version) {
            throw Refusal.stale();
        }
        String reason = TextGate.TEXT.pass(answer);
        if (outcome != null && outcome.needsReason() && reason.isBlank()) {
            throw Refusal.unprocessable("REASON_MISSING");
        }
        if (!repository.answer(id, version, outcome, TextGate.WORDING.passOrNull(appliedText))) {
            throw Refusal.stale();
        }
        repository.answerGroup(point.groupId(), id, reason);
        trail.record(asker.actor(), "POINT_ANSWERED", "POINT", id.value(), Change.of("answer", point.answer(), reason));
        announce(point.groupId(), point.roundId());
        return forChange(asker, id);
    }

    /** Puts points of one round into one group; nothing of the points themselves changes. */
    @Transactional
    public GroupId group(Person asker, RoundId round, String title, List<PointId> points) {
        rounds.get(asker, round);
        requireSecretariat(asker);
        if (Limits.list(points, Limits.LIST).isEmpty()) {
            throw Refusal.unprocessable("POINTS_MISSING");
        }
        GroupId group = repository.addGroup(round, TextGate.TITLE.pass(title));
        points.forEach(id -> {
            Point point = forChange(asker, id);
            if (!point.roundId().equals(round)) {
                throw Refusal.notFound();
            }
            repository.move(id, group);
            announce(point.groupId(), round);
        });
        repository.removeEmptyGroups(round);
        trail.record(asker.actor(), "POINTS_GROUPED", "GROUP", group.value(), Change.created(points.toString()));
        announce(group, round);
        return group;
    }

    /** One point, for those who work on it. */
    @Transactional(readOnly = true)
    public Point get(Person asker, PointId id) {
        return forChange(asker, id);
    }

    private Point forChange(Person asker, PointId id) {
        RoundId round = repository.roundOf(id).orElseThrow(Refusal::notFound);
        rounds.get(asker, round);
        requireSecretariat(asker);
        return readable(asker, round).stream()
                .filter(point -> point.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The points as the asker may read them: of an opinion told to others only, the fact remains. */
    private List<Point> readable(Person asker, RoundId round) {
        return repository.of(round).stream()
                .map(point -> mayRead(asker, point) ? point : point.withheld())
                .toList();
    }

    private boolean mayRead(Person asker, Point point) {
        return !point.restricted() || point.commentId() == null || comments.visible(asker, point.commentId());
    }

    private void announce(GroupId group, RoundId round) {
        events.publishEvent(new GroupChanged(group, round));
    }

    private static void requireSecretariat(Person asker) {
        if (!asker.is(Role.SECRETARIAT)) {
            throw Refusal.forbidden();
        }
    }
}
