package vn.gopy.demo;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.gopy.consolidation.edition.EditionState;
import vn.gopy.consolidation.edition.Editions;
import vn.gopy.draft.VersionId;
import vn.gopy.round.NewRound;
import vn.gopy.round.NewRound.Invited;
import vn.gopy.round.NewRound.NewQuestion;
import vn.gopy.round.Openings;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.running.Announcing;
import vn.gopy.round.running.TimeRequests;
import vn.gopy.shared.AdjustableClock;

/** Plays the rounds of the story: opens them and lets every answer come on its day. */
@Component
@Profile("demo")
class PlayedRounds {

    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final LocalTime READING = LocalTime.of(8, 40);
    private static final LocalTime WRITING = LocalTime.of(9, 15);
    private static final LocalTime SENDING = LocalTime.of(14, 30);
    private static final LocalTime FREEZING = LocalTime.of(16, 20);
    private static final LocalTime NUMBERING = LocalTime.of(15, 10);

    private final Cast cast;
    private final Shelf shelf;
    private final Voices voices;
    private final Rounds rounds;
    private final Openings openings;
    private final Replies replies;
    private final TimeRequests requests;
    private final Announcing announcing;
    private final Editions editions;
    private final AdjustableClock clock;

    PlayedRounds(
            Cast cast,
            Shelf shelf,
            Voices voices,
            Rounds rounds,
            Openings openings,
            Replies replies,
            TimeRequests requests,
            Announcing announcing,
            Editions editions,
            AdjustableClock clock) {
        this.cast = cast;
        this.shelf = shelf;
        this.voices = voices;
        this.rounds = rounds;
        this.openings = openings;
        this.replies = replies;
        this.requests = requests;
        this.announcing = announcing;
        this.editions = editions;
        this.clock = clock;
    }

    /** Whether the first round of the story stands already. */
    boolean played(Story story) {
        var title = story.rounds().getFirst().title();
        return rounds.list(cast.secretary()).stream()
                .anyMatch(round -> round.title().equals(title));
    }

    /** Opens the round. */
    Scene open(Story story, Story.Round round, StoryCalendar calendar) {
        var opened = calendar.at(round.letter().day(), OPENING);
        var id = clock.at(
                opened,
                () -> openings.open(cast.secretary(), newRound(story, round, calendar))
                        .id());
        return new Scene(story, round, id, calendar);
    }

    /** Plays what came in after the first of these days until the second, in the order of days. */
    void play(Scene scene, int after, int until) {
        scene.round().invitees().stream()
                .filter(invitee -> invitee.when() > after && invitee.when() <= until)
                .sorted(Comparator.comparingInt(Story.Invitee::when))
                .forEach(invitee -> step(scene, invitee));
    }

    /** Chốt bản tổng hợp, and signs it where the story does. */
    void freeze(Scene scene, Story.StoryEdition wanted) {
        var secretary = cast.secretary();
        var draft = shelf.version(scene.story().draft(scene.round().key(), wanted.dossier()));
        clock.at(scene.calendar().at(wanted.day(), FREEZING), () -> {
            var last = (int) editions.of(secretary, scene.id()).stream()
                    .filter(one -> draft.equals(one.draft()))
                    .count();
            var made = editions.freeze(secretary, scene.id(), draft, last);
            if (wanted.number() == null) {
                return made;
            }
            var submitted = editions.move(secretary, made.id(), made.version(), EditionState.SUBMITTED, null, null);
            return editions.move(
                    secretary,
                    made.id(),
                    submitted.version(),
                    EditionState.SIGNED,
                    wanted.number(),
                    scene.calendar().day(wanted.day()));
        });
    }

    /** Khóa tổng hợp, where the story has come so far. */
    void lock(Story.Round round, RoundId id, StoryCalendar calendar) {
        Optional.ofNullable(round.locked())
                .ifPresent(day -> clock.at(calendar.at(day, SENDING), () -> rounds.lock(cast.secretary(), id)));
    }

    /** Thông báo kết quả, where the story has come so far. */
    void announce(Story.Round round, RoundId id, StoryCalendar calendar) {
        Optional.ofNullable(round.announced())
                .ifPresent(day -> clock.at(calendar.at(day, READING), () -> announcing.announce(cast.secretary(), id)));
    }

    /** Where and when something is played. */
    record Scene(Story story, Story.Round round, RoundId id, StoryCalendar calendar) {

        Instant at(Story.Invitee invitee, LocalTime time) {
            return calendar.at(invitee.when(), time);
        }
    }

    private NewRound newRound(Story story, Story.Round round, StoryCalendar calendar) {
        var letter = round.letter();
        return new NewRound(
                round.drafts().stream().map(shelf::version).toList(),
                round.title(),
                "Công văn số %s ngày %s".formatted(letter.number(), calendar.printed(letter.day())),
                calendar.at(letter.day(), OPENING),
                calendar.deadline(round.closes()),
                round.invitees().stream().map(this::invited).toList(),
                round.visibility(),
                round.silence(),
                letter.number(),
                calendar.day(letter.day()),
                false,
                round.askedBy(),
                null,
                round.questions().stream()
                        .map(one -> new NewQuestion(one.text(), one.options()))
                        .toList());
    }

    private Invited invited(Story.Invitee invitee) {
        return cast.isUnit(invitee.who())
                ? new Invited.AUnit(invitee.who())
                : new Invited.APerson(cast.person(invitee.who()).id());
    }

    private void step(Scene scene, Story.Invitee invitee) {
        extend(scene, invitee);
        switch (invitee.state()) {
            case NOT_OPENED -> {
                // nothing has happened
            }
            case OPENED -> open(scene, invitee);
            case EXTENSION_ASKED -> askForTime(scene, invitee);
            case CLASSIFIED ->
                clock.at(
                        scene.at(invitee, SENDING),
                        () -> replies.classified(cast.secretary(), scene.id(), cast.inviteeKey(invitee.who())));
            case PREPARING, SUBMITTED -> prepare(scene, invitee);
            case SENT -> {
                clock.at(scene.at(invitee, WRITING), () -> voices.choose(scene, invitee));
                if (invitee.by() == Story.Channel.SYSTEM) {
                    answer(scene, invitee);
                } else {
                    takeIn(scene, invitee);
                }
            }
        }
    }

    /** More time that was granted before the answer came. */
    private void extend(Scene scene, Story.Invitee invitee) {
        if (invitee.extended() == null || invitee.state() == Story.Progress.EXTENSION_ASKED) {
            return;
        }
        var until = scene.calendar().deadline(invitee.extended());
        clock.at(
                scene.calendar().at(scene.round().closes() - 1, SENDING),
                () -> replies.extend(
                        cast.secretary(),
                        scene.id(),
                        cast.inviteeKey(invitee.who()),
                        until,
                        "Theo đề nghị của cơ quan được lấy ý kiến."));
    }

    private void askForTime(Scene scene, Story.Invitee invitee) {
        open(scene, invitee);
        var until = scene.calendar().deadline(Objects.requireNonNull(invitee.extended()));
        clock.at(
                scene.at(invitee, WRITING),
                () -> requests.ask(
                        cast.writer(invitee.who()),
                        scene.id(),
                        invitee.who(),
                        until,
                        Objects.requireNonNull(invitee.reason())));
    }

    private void open(Scene scene, Story.Invitee invitee) {
        clock.at(scene.at(invitee, READING), () -> {
            replies.opened(cast.writer(invitee.who()), scene.id());
            return invitee;
        });
    }

    private void prepare(Scene scene, Story.Invitee invitee) {
        open(scene, invitee);
        clock.at(scene.at(invitee, WRITING), () -> {
            voices.write(scene, invitee.who());
            var writer = cast.writer(invitee.who());
            var answer = replies.put(writer, scene.id(), invitee.who(), positions(scene, invitee), "");
            return invitee.state() == Story.Progress.SUBMITTED
                    ? replies.submit(writer, scene.id(), invitee.who())
                    : answer;
        });
    }

    private void answer(Scene scene, Story.Invitee invitee) {
        open(scene, invitee);
        var key = cast.inviteeKey(invitee.who());
        clock.at(scene.at(invitee, WRITING), () -> {
            voices.write(scene, invitee.who());
            return replies.put(cast.writer(invitee.who()), scene.id(), key, positions(scene, invitee), "");
        });
        clock.at(scene.at(invitee, SENDING), () -> replies.send(cast.head(invitee.who()), scene.id(), key));
        Optional.ofNullable(invitee.letter())
                .ifPresent(letter -> clock.at(
                        scene.at(invitee, NUMBERING),
                        () -> replies.letter(
                                cast.clerk(invitee.who()),
                                scene.id(),
                                key,
                                letter.number(),
                                scene.calendar().day(letter.day()))));
    }

    /** The secretariat enters what came as a letter or was said in the session. */
    private void takeIn(Scene scene, Story.Invitee invitee) {
        var secretary = cast.secretary();
        var key = cast.inviteeKey(invitee.who());
        clock.at(scene.at(invitee, SENDING), () -> {
            replies.put(secretary, scene.id(), key, positions(scene, invitee), "");
            Optional.ofNullable(invitee.letter())
                    .ifPresent(letter -> replies.letter(
                            secretary,
                            scene.id(),
                            key,
                            letter.number(),
                            scene.calendar().day(letter.day())));
            voices.takeIn(scene, invitee);
            return replies.send(secretary, scene.id(), key);
        });
    }

    private Map<VersionId, Position> positions(Scene scene, Story.Invitee invitee) {
        Map<VersionId, Position> positions = new LinkedHashMap<>();
        invitee.positions()
                .forEach((dossier, position) -> positions.put(
                        shelf.version(scene.story().draft(scene.round().key(), dossier)), position));
        return positions;
    }
}
