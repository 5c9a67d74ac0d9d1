package vn.gopy.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.Moments;

/**
 * Fills an empty system with the story on the first start, through the same facades that people use. A system that is
 * filled, by the story or by anybody, stays as it is; a filling that was cut off is finished. Health is up once the
 * example stands.
 */
@Component("demo")
@Profile("demo")
class DemoFiller implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFiller.class);

    /** Answers in rounds that are still open were given yesterday. */
    private static final int LATELY = -1;

    private final Cast cast;
    private final Shelf shelf;
    private final PlayedRounds consultation;
    private final Voices voices;
    private final People people;
    private final AdjustableClock clock;
    private final TransactionTemplate transaction;
    private volatile boolean ready;

    DemoFiller(
            Cast cast,
            Shelf shelf,
            PlayedRounds consultation,
            Voices voices,
            People people,
            AdjustableClock clock,
            TransactionTemplate transaction) {
        this.cast = cast;
        this.shelf = shelf;
        this.consultation = consultation;
        this.voices = voices;
        this.people = people;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Health health() {
        return (ready ? Health.up() : Health.outOfService()).build();
    }

    /** Follows the start of the jobs, which read the drafts. */
    @EventListener
    void on(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            fill();
        }
    }

    void fill() {
        var story = Story.read();
        if (isOurs(story)) {
            fill(story, new StoryCalendar(LocalDate.ofInstant(clock.instant(), Moments.ZONE)));
        }
        ready = true;
    }

    /** Empty, or begun by an earlier start: then nobody but people of the story is known. */
    private boolean isOurs(Story story) {
        var cast = story.people().stream().map(Story.Person::name).collect(Collectors.toSet());
        return people.all().stream().map(Person::name).allMatch(cast::contains);
    }

    private void fill(Story story, StoryCalendar calendar) {
        LOG.info("Looking after the example");
        cast.enter(story, calendar);
        if (consultation.played(story)) {
            return;
        }
        shelf.fill(story, calendar);
        transaction.executeWithoutResult(status -> story.rounds().forEach(round -> play(story, round, calendar)));
        LOG.info("The example stands");
    }

    private void play(Story story, Story.Round round, StoryCalendar calendar) {
        var scene = consultation.open(story, round, calendar);
        var played = Integer.MIN_VALUE;
        for (var edition : round.editions()) {
            consultation.play(scene, played, edition.day());
            played = edition.day();
            voices.decide(scene, edition.day() - 2, edition.escalated());
            consultation.freeze(scene, edition);
        }
        consultation.play(scene, played, Integer.MAX_VALUE);
        voices.keepUnsent(scene);
        voices.talk(scene);
        voices.decide(scene, round.locked() == null ? LATELY : round.locked() - 2, List.of());
        voices.takeFromPlaces(scene);
        consultation.lock(round, scene.id(), calendar);
        consultation.announce(round, scene.id(), calendar);
    }
}
