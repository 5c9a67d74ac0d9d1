package vn.gopy.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.account.Role;
import vn.gopy.account.UnitKind;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.Outcome;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.SeriesRole;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Position;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Settings.Office;

/**
 * The story of the example as data, read from the files in {@code demo/}. Days are offsets from the day of filling, see
 * {@link StoryCalendar}; people and units go by their keys in the story, such as {@code STC} or {@code TV1}.
 */
record Story(
        Office office,
        List<Unit> units,
        List<Group> groups,
        List<Person> people,
        List<Dossier> dossiers,
        List<Round> rounds,
        List<Opinion> opinions,
        List<Unsent> unsent,
        List<Talk> threads) {

    private static final List<String> FILES = List.of("people", "dossiers", "opinions", "talk");

    /**
     * A unit that is asked or drafts.
     *
     * @param former names of it, and of units that went into it
     */
    record Unit(String code, String name, UnitKind kind, List<String> former) {

        Unit {
            former = former == null ? List.of() : former;
        }
    }

    /** Units and people who are asked together, by their keys. */
    record Group(String name, List<String> members) {}

    /** Somebody in the story; without a {@code username} there is no account. */
    record Person(
            String key,
            @Nullable String username,
            String name,
            String salutation,
            String post,
            Set<Role> roles,
            List<Place> memberships) {

        Person {
            roles = roles == null ? Set.of() : roles;
            memberships = memberships == null ? List.of() : memberships;
        }

        /** A place in a unit. */
        record Place(String unit, UnitRole role, String post) {}
    }

    /**
     * A dossier with the versions of its draft, oldest first, and the papers beside them; {@code people} are keys of those
     * who may read it too.
     */
    record Dossier(
            String code,
            String title,
            String subject,
            String kind,
            String drafter,
            Discussion discussion,
            List<String> people,
            List<Version> versions,
            List<Paper> papers) {

        Dossier {
            papers = papers == null ? List.of() : papers;
        }

        /** A paper beside the draft; {@code uploaded} is a day, {@code brief} the lines before it. */
        record Paper(StoryDraft draft, SeriesRole role, int uploaded, List<String> brief) {

            Paper {
                brief = brief == null ? List.of() : brief;
            }
        }

        /** Whether the text is one of its own. */
        boolean holds(StoryDraft draft) {
            return versions.stream().anyMatch(version -> version.draft() == draft)
                    || papers.stream().anyMatch(paper -> paper.draft() == draft);
        }

        /** A version of the draft; {@code uploaded} is a day, {@code brief} the lines before it. */
        record Version(StoryDraft draft, int uploaded, List<String> brief) {

            Version {
                brief = brief == null ? List.of() : brief;
            }
        }
    }

    /** A letter with its number and day. */
    record Letter(String number, int day) {}

    /** A round about one or several drafts. */
    record Round(
            String key,
            String title,
            List<StoryDraft> drafts,
            String askedBy,
            Letter letter,
            int closes,
            @Nullable Integer locked,
            @Nullable Integer announced,
            Visibility visibility,
            @Nullable String silence,
            List<StoryQuestion> questions,
            List<StoryEdition> editions,
            List<Invitee> invitees) {

        Round {
            questions = questions == null ? List.of() : questions;
            editions = editions == null ? List.of() : editions;
        }
    }

    /**
     * The table as it was frozen on a day, about the draft of a dossier.
     *
     * @param escalated opinions on which the chair was still asked then
     * @param number under which it was signed that day; null where it was not
     */
    record StoryEdition(
            int day,
            String dossier,
            List<String> escalated,
            @Nullable String number) {

        StoryEdition {
            escalated = escalated == null ? List.of() : escalated;
        }
    }

    /** What is asked beside the draft; {@code members} when only members of the committee vote on it. */
    record StoryQuestion(
            String text, String dossier, @Nullable String place, boolean members, List<String> options) {}

    /** How far an invitee has come. */
    enum Progress {
        NOT_OPENED,
        OPENED,
        PREPARING,
        SUBMITTED,
        EXTENSION_ASKED,
        SENT,
        CLASSIFIED
    }

    /** By what road words arrived. */
    enum Channel {
        SYSTEM,
        LETTER,
        MINUTES
    }

    /**
     * One who is asked, and the answer.
     *
     * @param day of the answer or of the last step; a letter carries its own
     * @param extended the day until which the time was extended, or is asked to be
     * @param with the unit whose letter speaks for this person too
     * @param positions by dossier
     * @param choice among the options of the round's first question, from 1
     * @param ballot among the options of each of the round's questions, from 1
     */
    record Invitee(
            String who,
            Progress state,
            @Nullable Channel by,
            @Nullable Letter letter,
            @Nullable Integer day,
            @Nullable Integer extended,
            @Nullable String reason,
            @Nullable String with,
            Map<String, Position> positions,
            @Nullable Integer choice,
            List<Integer> ballot) {

        Invitee {
            positions = positions == null ? Map.of() : positions;
            ballot = ballot == null ? List.of() : ballot;
        }

        /** The day of the answer or of the last step. */
        int when() {
            return letter != null ? letter.day() : day == null ? 0 : day;
        }
    }

    /**
     * One opinion and what became of it.
     *
     * @param by the key of a unit or person
     * @param cited the place in the writer's words
     * @param places the main one first; none for an opinion about no provision
     * @param outcome null while nothing is decided
     * @param applied the wording that is taken over, of its main place; null for none
     * @param sharesAnswerOf the opinion whose answer and row of the table it shares
     * @param theme groups opinions that repeat or contradict each other
     * @param asksForNew true where it asks for a provision that the draft has not: it has no place in the next one
     * @param unsent true while it is a draft inside its unit
     * @param restrictedTo the keys of those who alone may read it; empty for everybody with a right to
     */
    record Opinion(
            String number,
            String round,
            String dossier,
            String by,
            Channel channel,
            String cited,
            List<String> places,
            CommentKind kind,
            @Nullable String quote,
            @Nullable String replacement,
            String text,
            boolean unsent,
            @Nullable Outcome outcome,
            @Nullable String applied,
            @Nullable String sharesAnswerOf,
            @Nullable String answer,
            @Nullable String basis,
            @Nullable String theme,
            List<String> restrictedTo,
            @Nullable String reservedFrom,
            boolean asksForNew) {

        Opinion {
            restrictedTo = restrictedTo == null ? List.of() : restrictedTo;
        }
    }

    /** Words that somebody has written and not sent; with a {@code unit} they are that unit's draft. */
    record Unsent(
            String round,
            String dossier,
            String by,
            @Nullable String unit,
            String place,
            CommentKind kind,
            @Nullable String quote,
            @Nullable String replacement,
            String text) {}

    /** A conversation on a provision, the first words opening it. */
    record Talk(String round, String dossier, String place, CommentKind kind, String quote, List<Words> words) {

        /** What one person said on a day. */
        record Words(String by, int day, String text) {}
    }

    /** Reads the story. */
    static Story read() {
        Map<String, Object> all = new HashMap<>();
        FILES.forEach(file -> all.putAll(load(file)));
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .convertValue(all, Story.class);
    }

    /** The dossier that a draft belongs to. */
    Dossier dossierOf(StoryDraft draft) {
        return dossiers.stream()
                .filter(dossier -> dossier.holds(draft))
                .findFirst()
                .orElseThrow();
    }

    /** The draft of a dossier that a round is about. */
    StoryDraft draft(String roundKey, String dossierCode) {
        var round = rounds.stream()
                .filter(candidate -> candidate.key().equals(roundKey))
                .findFirst()
                .orElseThrow();
        return round.drafts().stream()
                .filter(draft -> dossierOf(draft).code().equals(dossierCode))
                .findFirst()
                .orElseThrow();
    }

    /** The draft that came after that one in its dossier. */
    Optional<StoryDraft> after(StoryDraft draft) {
        return dossierOf(draft).versions().stream()
                .map(Dossier.Version::draft)
                .dropWhile(one -> one != draft)
                .skip(1)
                .findFirst();
    }

    /** The opinions of a round about a dossier, in the order of their numbers. */
    List<Opinion> opinions(String round, String dossier) {
        return opinions.stream()
                .filter(opinion ->
                        opinion.round().equals(round) && opinion.dossier().equals(dossier))
                .toList();
    }

    private static Map<String, Object> load(String file) {
        try (var in = Story.class.getResourceAsStream("/demo/" + file + ".yaml")) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
