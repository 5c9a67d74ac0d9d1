package vn.gopy.consolidation.inquiry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.GroupsChanged;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.notice.Notices;
import vn.gopy.shared.Ids;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * Hỏi cơ quan chuyên môn: a unit is asked about a point and its head answers; what it is told is the question alone, never who said
 * the point or in which words. Trao đổi lại với người góp ý: what came of it is noted beside the point.
 */
@Service
public class Inquiries {

    private static final int MOST = 50;

    private final Points points;
    private final InquiryRepository repository;
    private final People people;
    private final Notices notices;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Inquiries(
            Points points,
            InquiryRepository repository,
            People people,
            Notices notices,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.points = points;
        this.repository = repository;
        this.people = people;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** What was asked about the points, the oldest first; for who works on them. */
    @Transactional(readOnly = true)
    public List<Inquiry> about(Person asker, Collection<Point> wanted) {
        List<Point> those = List.copyOf(Limits.list(wanted, Limits.LIST));
        if (those.isEmpty()) {
            return List.of();
        }
        points.get(asker, those.getFirst().id());
        return repository.about(those.stream().map(Point::id).toList());
    }

    /**
     * Asks a unit about a point; whoever heads it is told. At most {@value #MOST} are asked about one point.
     *
     * @param due until when an answer is wished
     */
    @Transactional
    public void ask(Person asker, PointId id, UnitId unit, String question, @Nullable LocalDate due) {
        Point point = points.get(asker, id);
        String words = TextGate.TEXT.require(question, "TEXT_MISSING");
        requireRoom(id);
        List<PersonId> heads = people.all().stream()
                .filter(person -> person.enabled() && person.heads(unit))
                .map(Person::id)
                .toList();
        if (heads.isEmpty()) {
            throw Refusal.unprocessable("UNIT_WITHOUT_HEAD");
        }
        UUID inquiry = Ids.next();
        repository.ask(inquiry, id, unit, words, due, asker.id(), clock.instant());
        heads.forEach(head -> notices.tell(head, InquiryWords.KIND, inquiry));
        trail.record(asker.actor(), "UNIT_CONSULTED", "POINT", id.value(), Change.of("question", null, words));
        events.publishEvent(new GroupsChanged(point.roundId(), List.of(point.groupId())));
    }

    /** Notes what came of speaking with the author of a point again. */
    @Transactional
    public void note(Person asker, PointId id, String outcome) {
        Point point = points.get(asker, id);
        String words = TextGate.TEXT.require(outcome, "TEXT_MISSING");
        requireRoom(id);
        repository.note(Ids.next(), id, words, asker.id(), clock.instant());
        trail.record(asker.actor(), "AUTHOR_CONSULTED", "POINT", id.value(), Change.of("answer", null, words));
        events.publishEvent(new GroupsChanged(point.roundId(), List.of(point.groupId())));
    }

    private void requireRoom(PointId id) {
        if (repository.count(id) >= MOST) {
            throw Refusal.unprocessable("INQUIRIES_TOO_MANY", MOST);
        }
    }

    /** What the units of the asker are asked, open questions first; at most {@value Limits#LIST}. */
    @Transactional(readOnly = true)
    public List<Inquiry> toUnitsOf(Person asker) {
        return repository.to(asker.units(), Limits.LIST);
    }

    /** Answers for the unit that is asked, or words the answer better; its head alone. For others there is no question. */
    @Transactional
    public Inquiry answer(Person asker, UUID id, int version, String answer) {
        Inquiry inquiry = repository
                .byId(id)
                .filter(one -> one.unit() != null && asker.units().contains(one.unit()))
                .orElseThrow(Refusal::notFound);
        if (inquiry.unit() == null || !asker.heads(inquiry.unit())) {
            throw Refusal.forbidden();
        }
        String words = TextGate.TEXT.require(answer, "TEXT_MISSING");
        if (!repository.answer(id, version, words, asker.id(), clock.instant())) {
            throw Refusal.stale();
        }
        trail.record(
                asker.actor(),
                "CONSULTATION_ANSWERED",
                "POINT",
                inquiry.point().value(),
                Change.of("answer", inquiry.answer(), words)
                        .onBehalfOf(inquiry.unit().value()));
        events.publishEvent(new GroupsChanged(inquiry.round(), List.of()));
        return repository.byId(id).orElseThrow();
    }
}
