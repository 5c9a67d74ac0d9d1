package vn.gopy.consolidation.loop;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.UnitId;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.OwnResult;
import vn.gopy.consolidation.PointAccess;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.loop.AnswerBackRepository.Own;
import vn.gopy.notice.Notices;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * Trao đổi lại: who said a point may say once, within {@value #WORKING_DAYS} working days after the announcement, that the
 * answer misses it. For a unit its head does.
 */
@Service
public class AnswerBacks {

    /** How long something may be said to a result. */
    public static final int WORKING_DAYS = 5;

    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);

    private final AnswerBackRepository repository;
    private final Rounds rounds;
    private final People people;
    private final Notices notices;
    private final InstallationSettings settings;
    private final Trail trail;
    private final Clock clock;

    AnswerBacks(
            AnswerBackRepository repository,
            Rounds rounds,
            People people,
            Notices notices,
            InstallationSettings settings,
            Trail trail,
            Clock clock) {
        this.repository = repository;
        this.rounds = rounds;
        this.people = people;
        this.notices = notices;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** Until when something may be said to results of that moment: the end of the last working day. */
    public Instant until(Instant announced) {
        LocalDate day = announced.atZone(Moments.ZONE).toLocalDate();
        return settings.get()
                .days()
                .after(day, WORKING_DAYS)
                .atTime(END_OF_WORK)
                .atZone(Moments.ZONE)
                .toInstant();
    }

    /** Whether the time for it has come and is not over. */
    public boolean isOpen(Instant announced) {
        return clock.instant().isBefore(until(announced));
    }

    /** Until when the person may say something to the result; empty where the person may not, or no more. */
    public Optional<Instant> until(Person asker, OwnResult result) {
        return Optional.ofNullable(result.announced())
                .filter(announced -> isOpen(announced) && speaks(asker, result.unit()))
                .map(this::until);
    }

    /** A unit's word is its head's. */
    private static boolean speaks(Person asker, @Nullable UnitId unit) {
        return unit == null || asker.heads(unit);
    }

    /**
     * Says it. Refuses {@code NOT_FOUND} what the asker's side did not say, {@code FORBIDDEN} to others in a unit than its
     * head, {@code ROUND_NOT_ANNOUNCED} before, {@code ANSWER_BACK_CLOSED} after the window, {@code ANSWER_BACK_GIVEN} the
     * second time.
     */
    @Transactional
    public void say(Person asker, PointId point, String text) {
        Instant now = clock.instant();
        Own own = repository.own(point, asker, now).orElseThrow(Refusal::notFound);
        if (!speaks(asker, own.unit())) {
            throw Refusal.forbidden();
        }
        Instant announced = own.announced();
        if (announced == null) {
            throw Refusal.conflict("ROUND_NOT_ANNOUNCED");
        }
        if (!isOpen(announced)) {
            throw Refusal.conflict("ANSWER_BACK_CLOSED");
        }
        String words = TextGate.TEXT.require(text, "TEXT_MISSING");
        if (!repository.add(point, words, asker.id(), now)) {
            throw Refusal.conflict("ANSWER_BACK_GIVEN");
        }
        trail.record(asker.actor(), "RESULT_ANSWERED_BACK", "POINT", point.value(), Change.created(words));
        notices.tell(
                people.reachable().stream()
                        .filter(person -> person.is(Role.SECRETARIAT))
                        .map(Person::id)
                        .toList(),
                AnswerBackWords.KIND,
                point.value());
    }

    /** What was said to results of the asker and of units of the asker. */
    @Transactional(readOnly = true)
    public Map<PointId, AnswerBack> own(Person asker) {
        return repository.own(asker, clock.instant()).stream()
                .collect(Collectors.toMap(AnswerBack::point, Function.identity()));
    }

    /** What was said to results of a round, for those who list its points, as far as they may read whose they are. */
    @Transactional(readOnly = true)
    public List<AnswerBack> of(Person asker, RoundId id) {
        Round round = rounds.get(asker, id);
        if (!PointAccess.lists(asker, round, clock.instant())) {
            throw Refusal.forbidden();
        }
        return repository.of(id, asker, clock.instant());
    }
}
