package vn.gopy.opinion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Capacity;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Visibility;

/**
 * Who may see what, written from the facts of a made-up world and not from rows of the database: the second opinion on
 * the SQL.
 *
 * @param flaws mistakes made on purpose, to see that they would be noticed
 */
record AccessRule(Set<Flaw> flaws) {

    /** The rule as it holds. */
    static final AccessRule HOLDS = new AccessRule(Set.of());

    /** Mistakes that are easily made. */
    enum Flaw {
        ADMINISTRATORS_READ,
        INVITED_BEFORE_THE_OPENING,
        RESTRICTED_IS_FOR_THE_SECRETARIAT,
        RESTRICTED_IS_FOR_ALL_OF_THE_UNIT,
        WHO_HAS_LEFT_KEEPS_THE_UNITS_DRAFTS,
        ANSWERS_OUTLIVE_THE_OPINION,
        UNSENT_IS_FOR_THE_SECRETARIAT,
        UNIT_DRAFTS_ARE_SENT,
        UNITS_SPEAK_IN_THE_GROUP,
        THE_CHAIR_SPEAKS_IN_THE_GROUP,
        THE_CHAIR_READS_AT_ONCE,
        NARROW_BECOMES_WIDE
    }

    /** A dossier with a checked draft and perhaps one that is not, what was asked about it and what was said. */
    record Matter(
            Dossier dossier,
            VersionId version,
            @Nullable VersionId unchecked,
            Set<Person> named,
            List<Hearing> rounds,
            List<Said> said,
            List<Answer> answers) {

        /** The latest round that has opened. */
        @Nullable
        Hearing ruling(Instant now) {
            return rounds.stream()
                    .filter(one -> one.opened(now))
                    .max(Comparator.comparing(one -> one.round().opensAt()))
                    .orElse(null);
        }

        Visibility mode(Instant now) {
            Hearing ruling = ruling(now);
            boolean group = dossier.discussion() == Discussion.GROUP;
            return ruling != null ? ruling.round().visibility() : group ? Visibility.GROUP : Visibility.SEALED;
        }
    }

    /** A round with those it asks. */
    record Hearing(
            Round round,
            Set<Unit> units,
            Set<Person> people,
            @Nullable Instant closedByHand) {

        boolean opened(Instant now) {
            return !now.isBefore(round.opensAt());
        }

        boolean over(Instant now) {
            return !now.isBefore(closedByHand == null ? round.closesAt() : closedByHand);
        }

        Hearing closed(Instant moment) {
            return new Hearing(round, units, people, moment);
        }

        boolean asks(Person person) {
            return among(people, person)
                    || units.stream().anyMatch(unit -> person.units().contains(unit.id()));
        }
    }

    /** What was answered to an opinion. */
    record Answer(CommentId id, CommentId to) {}

    /** An opinion; {@code group} when it was written, and sent, while the discussion was open. */
    record Said(
            CommentId id,
            Person author,
            @Nullable Unit unit,
            Set<Person> readers,
            CommentState state,
            boolean group,
            @Nullable Hearing within) {

        Said takenBack() {
            return new Said(id, author, unit, readers, CommentState.WITHDRAWN, group, null);
        }

        Said sent(CommentState now, boolean openThen, @Nullable Hearing round) {
            return new Said(id, author, unit, readers, now, group && openThen, now == CommentState.SENT ? round : null);
        }
    }

    /** Whoever is changed meanwhile is still the same person. */
    private static boolean among(Set<Person> people, Person person) {
        return people.stream().anyMatch(one -> one.id().equals(person.id()));
    }

    private boolean wrong(Flaw flaw) {
        return flaws.contains(flaw);
    }

    boolean reads(Person person, Matter matter, Instant now) {
        if (person.is(Role.ADMINISTRATOR)) {
            return wrong(Flaw.ADMINISTRATORS_READ);
        }
        return person.id().equals(matter.dossier().owner())
                || leads(person)
                || matter.dossier().audience() == Audience.EVERYONE
                || among(matter.named(), person)
                || matter.rounds().stream()
                        .anyMatch(round ->
                                round.asks(person) && (round.opened(now) || wrong(Flaw.INVITED_BEFORE_THE_OPENING)));
    }

    /** Whether the person may say this in the matter that the person reads: in the own name not everybody. */
    boolean speaks(Person person, Matter matter, NewComment words, Instant now) {
        boolean unitsAlone = words.onBehalfOf() != null && words.capacity() != Capacity.BOTH;
        return unitsAlone
                || leads(person)
                || person.is(Role.MEMBER)
                || person.is(Role.ADVISER)
                || person.id().equals(matter.dossier().owner())
                || among(matter.named(), person)
                || matter.rounds().stream().anyMatch(round -> round.opened(now) && among(round.people(), person));
    }

    private static boolean leads(Person person) {
        return person.is(Role.SECRETARIAT) || person.is(Role.CHAIR);
    }

    List<VersionId> versions(Person person, Matter matter, Instant now) {
        List<VersionId> versions = new ArrayList<>();
        if (reads(person, matter, now)) {
            versions.add(matter.version());
            boolean checks = person.id().equals(matter.dossier().owner()) || person.is(Role.SECRETARIAT);
            if (matter.unchecked() != null && checks) {
                versions.add(matter.unchecked());
            }
        }
        return versions;
    }

    List<RoundId> rounds(Person person, Matter matter, Instant now) {
        return matter.rounds().stream()
                .filter(round -> !person.is(Role.ADMINISTRATOR))
                .filter(round -> leads(person) || (round.asks(person) && round.opened(now)))
                .map(round -> round.round().id())
                .toList();
    }

    /** The opinions, and the answers to those that are not taken back. */
    Set<CommentId> comments(Person person, Matter matter, Instant now) {
        List<Said> seen = matter.said().stream()
                .filter(said -> reads(person, matter, now) && sees(person, matter, said, now))
                .toList();
        Set<CommentId> open = seen.stream()
                .filter(said -> said.state() == CommentState.SENT || wrong(Flaw.ANSWERS_OUTLIVE_THE_OPINION))
                .map(Said::id)
                .collect(Collectors.toSet());
        return Stream.concat(
                        seen.stream().map(Said::id),
                        matter.answers().stream()
                                .filter(answer -> open.contains(answer.to()))
                                .map(Answer::id))
                .collect(Collectors.toSet());
    }

    /** Whether the person sees this one. */
    boolean sees(Person person, Matter matter, CommentId id, Instant now) {
        return reads(person, matter, now)
                && matter.said().stream().anyMatch(said -> said.id().equals(id) && sees(person, matter, said, now));
    }

    /** Whether the person may answer to it. */
    boolean answers(Person person, Matter matter, Said said, Instant now) {
        boolean own = said.unit() == null
                ? said.author().id().equals(person.id())
                : person.speaksFor(said.unit().id());
        boolean inGroup = person.is(Role.MEMBER) || person.is(Role.ADVISER);
        return said.state() == CommentState.SENT
                && sees(person, matter, said.id(), now)
                && (own || person.is(Role.SECRETARIAT) || (inGroup && speaksInGroup(matter, said, now)));
    }

    private boolean sees(Person person, Matter matter, Said said, Instant now) {
        boolean inUnit =
                said.unit() != null && person.units().contains(said.unit().id());
        if (said.author().id().equals(person.id())) {
            return said.state() != CommentState.UNIT_DRAFT || inUnit || wrong(Flaw.WHO_HAS_LEFT_KEEPS_THE_UNITS_DRAFTS);
        }
        boolean sameUnit = inUnit
                && (said.readers().isEmpty()
                        || person.heads(said.unit().id())
                        || wrong(Flaw.RESTRICTED_IS_FOR_ALL_OF_THE_UNIT));
        return switch (said.state()) {
            case UNSENT -> wrong(Flaw.UNSENT_IS_FOR_THE_SECRETARIAT) && person.is(Role.SECRETARIAT);
            case UNIT_DRAFT -> sameUnit || (wrong(Flaw.UNIT_DRAFTS_ARE_SENT) && person.is(Role.SECRETARIAT));
            default -> sameUnit || seesSent(person, matter, said, now);
        };
    }

    private boolean seesSent(Person person, Matter matter, Said said, Instant now) {
        boolean over = said.within() != null && over(matter, said.within(), now);
        if (among(said.readers(), person) || (person.is(Role.CHAIR) && (over || wrong(Flaw.THE_CHAIR_READS_AT_ONCE)))) {
            return true;
        }
        if (!said.readers().isEmpty()) {
            return wrong(Flaw.RESTRICTED_IS_FOR_THE_SECRETARIAT) && person.is(Role.SECRETARIAT);
        }
        boolean inGroup = person.is(Role.MEMBER) || person.is(Role.ADVISER);
        return person.is(Role.SECRETARIAT) || (inGroup && speaksInGroup(matter, said, now));
    }

    /** By what the world knows of the round now: it may have been closed after the opinion was sent. */
    private static boolean over(Matter matter, Hearing within, Instant now) {
        return matter.rounds().stream()
                .anyMatch(one -> one.round().id().equals(within.round().id()) && one.over(now));
    }

    private boolean speaksInGroup(Matter matter, Said said, Instant now) {
        boolean person = said.unit() == null || wrong(Flaw.UNITS_SPEAK_IN_THE_GROUP);
        boolean chair = said.author().is(Role.CHAIR) && !wrong(Flaw.THE_CHAIR_SPEAKS_IN_THE_GROUP);
        boolean open = said.group() || (wrong(Flaw.NARROW_BECOMES_WIDE) && matter.mode(now) == Visibility.GROUP);
        return person && !chair && open;
    }
}
