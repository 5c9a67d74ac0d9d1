package vn.gopy.demo;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointGroups;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.PointPlacing;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.demo.PlayedRounds.Scene;
import vn.gopy.draft.ProvisionId;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.Conversation;
import vn.gopy.opinion.NewComment;
import vn.gopy.shared.AdjustableClock;

/** What is said in the story: opinions on the screen and in letters, unsent words, talk in the group, and the answers. */
@Component
@Profile("demo")
class Voices {

    private static final LocalTime TALKING = LocalTime.of(10, 20);
    private static final LocalTime ANSWERING = LocalTime.of(15, 30);

    private final Cast cast;
    private final Shelf shelf;
    private final Composing composing;
    private final Conversation conversation;
    private final Points points;
    private final PointGroups groups;
    private final PointPlacing placing;
    private final AdjustableClock clock;
    private final Map<String, CommentId> written = new HashMap<>();
    private final Map<String, PointId> entered = new HashMap<>();
    private final Set<String> decided = new HashSet<>();

    Voices(
            Cast cast,
            Shelf shelf,
            Composing composing,
            Conversation conversation,
            Points points,
            PointGroups groups,
            PointPlacing placing,
            AdjustableClock clock) {
        this.cast = cast;
        this.shelf = shelf;
        this.composing = composing;
        this.conversation = conversation;
        this.points = points;
        this.groups = groups;
        this.placing = placing;
        this.clock = clock;
    }

    /** The invitee writes opinions on the screen, a unit's staff as the unit's drafts. */
    void write(Scene scene, String who) {
        opinions(scene, who).forEach(opinion -> {
            var places = places(scene, opinion);
            var words = new NewComment(
                    opinion.kind(),
                    opinion.text(),
                    opinion.quote(),
                    null,
                    null,
                    null,
                    opinion.replacement(),
                    places.stream().skip(1).toList(),
                    null,
                    cast.isUnit(who) ? who : null,
                    true,
                    List.of());
            written.put(
                    opinion.number(),
                    composing.create(cast.writer(who), places.getFirst(), words).id());
        });
    }

    /** The invitee chooses among the options that the draft offers where the round's first question asks. */
    Optional<Comment> choose(Scene scene, Story.Invitee invitee) {
        var question = scene.round().questions().stream().findFirst().orElse(null);
        if (question == null || invitee.choice() == null) {
            return Optional.empty();
        }
        var option = question.place() + "/phuong-an-" + invitee.choice();
        var unit = cast.isUnit(invitee.who()) ? invitee.who() : null;
        return shelf.option(scene.story().draft(scene.round().key(), question.dossier()), option)
                .map(place -> composing.create(
                        cast.head(invitee.who()), place, remark(CommentKind.AGREE, "", null, null, unit)));
    }

    /** The secretariat enters the opinions of a letter or of the minutes. */
    void takeIn(Scene scene, Story.Invitee invitee) {
        opinions(scene, invitee.who()).forEach(opinion -> {
            var point = newPoint(scene, invitee, opinion);
            entered.put(
                    opinion.number(),
                    points.enter(cast.secretary(), scene.id(), List.of(point)).getFirst());
        });
    }

    private NewPoint newPoint(Scene scene, Story.Invitee invitee, Story.Opinion opinion) {
        var who = invitee.who();
        var minutes = invitee.by() == Story.Channel.MINUTES;
        return new NewPoint(
                shelf.version(scene.story().draft(opinion.round(), opinion.dossier())),
                cast.isUnit(who) ? who : null,
                cast.isUnit(who) ? null : cast.person(who).id(),
                opinion.kind(),
                opinion.text(),
                opinion.replacement(),
                minutes ? SourceKind.MINUTES : SourceKind.LETTER,
                minutes
                        ? scene.calendar().printed(invitee.when())
                        : Objects.requireNonNull(invitee.letter()).number(),
                places(scene, opinion),
                opinion.places().isEmpty(),
                !opinion.restrictedTo().isEmpty());
    }

    /** Says of what asks for a new provision that it has no place in the next draft. */
    void takeFromPlaces(Scene scene) {
        scene.story().opinions().stream()
                .filter(opinion -> opinion.round().equals(scene.round().key()) && opinion.asksForNew())
                .forEach(opinion -> {
                    Point point = point(scene, opinion);
                    scene.story()
                            .after(scene.story().draft(opinion.round(), opinion.dossier()))
                            .ifPresent(next -> placing.put(
                                    cast.secretary(), point.id(), point.version(), shelf.version(next), null));
                });
    }

    /**
     * Puts what shares an answer into one group and answers every opinion that has come in and that the story has answered;
     * what was answered on a day before stays as it is.
     *
     * @param escalated on these the chair is asked first
     */
    void decide(Scene scene, int day, List<String> escalated) {
        clock.at(scene.calendar().at(day, ANSWERING), () -> {
            var opinions = scene.story().opinions().stream()
                    .filter(opinion -> opinion.round().equals(scene.round().key()) && opinion.outcome() != null)
                    .filter(opinion -> isIn(opinion) && !decided.contains(opinion.number()))
                    .toList();
            opinions.forEach(opinion -> group(scene, opinions, opinion));
            for (var opinion : opinions) {
                if (escalated.contains(opinion.number())) {
                    escalate(scene, opinion);
                } else {
                    answer(scene, opinions, opinion);
                    decided.add(opinion.number());
                }
            }
            return opinions;
        });
    }

    private boolean isIn(Story.Opinion opinion) {
        return entered.containsKey(opinion.number()) || written.containsKey(opinion.number());
    }

    private void escalate(Scene scene, Story.Opinion opinion) {
        var point = point(scene, opinion);
        points.answer(
                cast.secretary(),
                point.id(),
                point.version(),
                Outcome.ESCALATE,
                "Báo cáo Trưởng Ban xem xét, cho ý kiến tại phiên họp.",
                null);
    }

    private void group(Scene scene, List<Story.Opinion> all, Story.Opinion first) {
        var sharing = all.stream()
                .filter(opinion -> first.number().equals(opinion.sharesAnswerOf()))
                .toList();
        if (sharing.isEmpty()) {
            return;
        }
        var ids = Stream.concat(Stream.of(first), sharing.stream())
                .map(opinion -> point(scene, opinion).id())
                .toList();
        groups.group(cast.secretary(), scene.id(), first.cited(), ids, null);
    }

    private void answer(Scene scene, List<Story.Opinion> all, Story.Opinion opinion) {
        var words = Optional.ofNullable(opinion.sharesAnswerOf())
                .flatMap(number -> all.stream()
                        .filter(other -> other.number().equals(number))
                        .findFirst())
                .orElse(opinion)
                .answer();
        var point = point(scene, opinion);
        points.answer(
                cast.secretary(),
                point.id(),
                point.version(),
                opinion.outcome(),
                Objects.requireNonNullElse(words, ""),
                opinion.applied());
    }

    /** The point as it stands now: answering one of a group raises the version of the others. */
    private Point point(Scene scene, Story.Opinion opinion) {
        return points.of(cast.secretary(), scene.id()).stream()
                .filter(point -> point.id().equals(entered.get(opinion.number()))
                        || (point.commentId() != null && point.commentId().equals(written.get(opinion.number()))))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No point stands for the opinion " + opinion.number()));
    }

    /** Words that nobody has sent yet. */
    void keepUnsent(Scene scene) {
        scene.story().unsent().stream()
                .filter(unsent -> unsent.round().equals(scene.round().key()))
                .forEach(unsent -> clock.at(scene.calendar().at(-1, TALKING), () -> keep(scene, unsent)));
    }

    private Comment keep(Scene scene, Story.Unsent unsent) {
        var words = remark(unsent.kind(), unsent.text(), unsent.quote(), unsent.replacement(), unsent.unit());
        return composing.create(
                cast.person(unsent.by()),
                place(scene, unsent.dossier(), unsent.place()),
                unsent.unit() == null ? words.unsent() : words);
    }

    /** The conversations of the group. */
    void talk(Scene scene) {
        scene.story().threads().stream()
                .filter(talk -> talk.round().equals(scene.round().key()))
                .forEach(talk -> talk(scene, talk));
    }

    private void talk(Scene scene, Story.Talk talk) {
        var first = talk.words().getFirst();
        var remark = remark(talk.kind(), first.text(), talk.quote(), null, null);
        var root = clock.at(
                scene.calendar().at(first.day(), TALKING),
                () -> composing.create(speaker(first), place(scene, talk.dossier(), talk.place()), remark));
        talk.words().stream()
                .skip(1)
                .forEach(words -> clock.at(
                        scene.calendar().at(words.day(), TALKING),
                        () -> conversation.reply(speaker(words), root.id(), words.text())));
    }

    private Person speaker(Story.Talk.Words words) {
        return cast.person(words.by());
    }

    private static NewComment remark(
            CommentKind kind,
            String text,
            @Nullable String quote,
            @Nullable String replacement,
            @Nullable String unit) {
        return new NewComment(kind, text, quote, null, null, null, replacement, List.of(), null, unit, true, List.of());
    }

    private List<Story.Opinion> opinions(Scene scene, String who) {
        return scene.story().opinions().stream()
                .filter(opinion -> opinion.round().equals(scene.round().key())
                        && opinion.by().equals(who))
                .toList();
    }

    private List<ProvisionId> places(Scene scene, Story.Opinion opinion) {
        return shelf.places(scene.story().draft(opinion.round(), opinion.dossier()), opinion.places());
    }

    private ProvisionId place(Scene scene, String dossier, String name) {
        return shelf.places(scene.story().draft(scene.round().key(), dossier), List.of(name))
                .getFirst();
    }
}
