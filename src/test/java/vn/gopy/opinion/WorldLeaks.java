package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import vn.gopy.ReadRoutes;
import vn.gopy.TestLength;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.consolidation.edition.Editions;
import vn.gopy.draft.ProvisionId;
import vn.gopy.notice.MailedNotices;
import vn.gopy.notice.Notices;
import vn.gopy.opinion.AccessRule.Hearing;
import vn.gopy.opinion.AccessRule.Matter;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;

/**
 * Every opinion, answer and reply of a world has a word of its own; whatever comes out of any address, file or notice for
 * somebody is searched for the words of those that this person may not read, and so is what is mailed to them.
 */
@Lazy
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class WorldLeaks {

    private static final long SEED = 20_261_130;
    private static final Pattern WORD = Pattern.compile("zq\\d+z");

    /** Of a hundred addresses so many are asked for one person: of files, and of others. */
    private static final int FILES = TestLength.isLong() ? 60 : 5;

    private static final int OTHERS = TestLength.isLong() ? 40 : 1;

    /** Files in which something has to be found by who may read all. */
    private static final List<String> FULL =
            List.of("consolidation.json", "consolidation.docx", "consolidation.xlsx", "archive.zip", "points");

    private final ReadRoutes routes;
    private final Replies replies;
    private final Editions editions;
    private final Notices notices;
    private final MailedNotices mailed;
    private final Random random = new Random(SEED);
    private final Map<CommentId, String> words = new HashMap<>();
    private final List<Answered> answered = new ArrayList<>();
    private final Map<RoundId, String> frozen = new HashMap<>();
    private final Map<String, Integer> found = new HashMap<>();
    private int last;

    WorldLeaks(ReadRoutes routes, Replies replies, Editions editions, Notices notices, MailedNotices mailed) {
        this.routes = routes;
        this.replies = replies;
        this.editions = editions;
        this.notices = notices;
        this.mailed = mailed;
    }

    /** What somebody who is asked has said in a reply. */
    private record Answered(
            RoundId round, @Nullable Unit unit, @Nullable Person person, String word, boolean entered, boolean sent) {

        boolean isReadBy(Person reader, Matter matter, Instant now) {
            boolean own = unit == null
                    ? Objects.requireNonNull(person).id().equals(reader.id())
                    : reader.units().contains(unit.id());
            boolean over =
                    matter.rounds().stream().anyMatch(one -> one.round().id().equals(round) && one.over(now));
            return !reader.is(Role.ADMINISTRATOR)
                    && (own
                            || (reader.is(Role.SECRETARIAT) && (sent || entered))
                            || (reader.is(Role.CHAIR) && sent && over));
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String word() {
        return "zq" + ++last + "z";
    }

    /** The text with a word that stands nowhere else; sometimes it names somebody. */
    String marked(String text, List<Person> people) {
        String name = people.get(random.nextInt(people.size())).displayName();
        return text + " " + word() + (chance(40) ? " @" + name : "");
    }

    void said(Comment comment) {
        words.put(comment.id(), words(comment.text()).findFirst().orElseThrow());
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }

    /** Some who are asked begin a reply, the people among them send some; the secretariat enters some of the units. */
    void reply(Hearing hearing, List<Person> people, Person secretary) {
        for (Unit unit : hearing.units()) {
            Person writer = chance(50)
                    ? secretary
                    : people.stream()
                            .filter(one -> one.speaksFor(unit.id()))
                            .findFirst()
                            .orElse(secretary);
            reply(hearing.round(), unit.code(), writer, unit, null, writer == secretary);
        }
        for (Person person : hearing.people()) {
            reply(hearing.round(), Objects.requireNonNull(person.username()), person, null, person, false);
        }
    }

    private void reply(
            Round round, String key, Person writer, @Nullable Unit unit, @Nullable Person person, boolean entered) {
        String word = word();
        try {
            replies.putAll(writer, round.id(), key, Position.AGREE, "Ý kiến chung " + word);
        } catch (Refusal refused) {
            return;
        }
        boolean sends = (entered || person != null) && chance(60) && sent(round, key, writer);
        answered.add(new Answered(round.id(), unit, person, word, entered, sends));
    }

    private boolean sent(Round round, String key, Person writer) {
        try {
            replies.send(writer, round.id(), key);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    /** The table of a round that was just closed is frozen. */
    void frozen(Person secretary, Round round) {
        frozen.put(
                round.id(), editions.freeze(secretary, round.id(), null, 0).id().toString());
    }

    /**
     * Looks at what some of the addresses, and all notices, give everybody and who has not signed in; in a usual run not every
     * time.
     */
    void check(Matter matter, @Nullable ProvisionId place, List<Person> people, Instant now) {
        if (matter.rounds().isEmpty() || (!TestLength.isLong() && chance(75))) {
            return;
        }
        List<String> addresses = ReadRoutes.with(names(matter, place));
        for (Person person : people) {
            Set<String> allowed = allowed(person, matter, now);
            Set<String> others = others(matter, allowed);
            addresses.stream()
                    .filter(address -> isAsked(person, address))
                    .forEach(address -> check(person, address, others));
            told(person, matter, others, now);
        }
        Set<String> all = others(matter, Set.of());
        addresses.stream()
                .filter(address -> address.startsWith("/cong-khai") || chance(OTHERS))
                .forEach(address -> check(null, address, all));
    }

    private boolean isAsked(Person person, String address) {
        boolean full =
                person.is(Role.SECRETARIAT) && FULL.stream().anyMatch(address::endsWith) && address.startsWith("/api/");
        return (full && chance(40)) || chance(ReadRoutes.isFile(address) ? FILES : OTHERS);
    }

    private Map<String, String> names(Matter matter, @Nullable ProvisionId place) {
        Map<String, String> names = new HashMap<>(Map.of("first", "1", "page", "1", "kind", "issues"));
        names.put("dossier", matter.dossier().id().toString());
        names.put("version", matter.version().toString());
        if (matter.unchecked() != null) {
            names.put("review", matter.unchecked().toString());
        }
        if (place != null) {
            names.put("provision", place.toString());
        }
        if (!matter.said().isEmpty()) {
            List<AccessRule.Said> said = matter.said();
            names.put("sealed", said.get(random.nextInt(said.size())).id().toString());
            names.put("unitDraft", said.get(random.nextInt(said.size())).id().toString());
        }
        matter.rounds().forEach(hearing -> {
            Round round = hearing.round();
            names.put("round", round.id().toString());
            names.put("closed", round.id().toString());
            hearing.units().forEach(unit -> names.put("unit", unit.code()));
            if (frozen.containsKey(round.id())) {
                names.put("edition", frozen.get(round.id()));
            }
        });
        return names;
    }

    private Set<String> allowed(Person person, Matter matter, Instant now) {
        Set<String> allowed = AccessRule.HOLDS.comments(person, matter, now).stream()
                .map(words::get)
                .collect(Collectors.toCollection(HashSet::new));
        answered.stream().filter(one -> one.isReadBy(person, matter, now)).forEach(one -> allowed.add(one.word()));
        return allowed;
    }

    /** The words of the matter that are not among these. */
    private Set<String> others(Matter matter, Set<String> allowed) {
        Set<RoundId> rounds =
                matter.rounds().stream().map(one -> one.round().id()).collect(Collectors.toSet());
        return Stream.of(
                        matter.said().stream().map(one -> words.get(one.id())),
                        matter.answers().stream().map(one -> words.get(one.id())),
                        answered.stream()
                                .filter(one -> rounds.contains(one.round()))
                                .map(Answered::word))
                .flatMap(all -> all)
                .filter(word -> !allowed.contains(word))
                .collect(Collectors.toSet());
    }

    private void check(@Nullable Person person, String address, Set<String> others) {
        Set<String> seen = words(routes.text(person, address)).collect(Collectors.toCollection(TreeSet::new));
        FULL.stream().filter(address::endsWith).forEach(file -> found.merge(file, seen.size(), Integer::sum));
        seen.retainAll(others);
        assertThat(seen)
                .as(address + " for " + (person == null ? "nobody" : person.roles() + " " + person.memberships()))
                .isEmpty();
    }

    /** No notice speaks of a dossier that its person may not read, or of a thread that is hidden. */
    private void told(Person person, Matter matter, Set<String> others, Instant now) {
        boolean reads = AccessRule.HOLDS.reads(person, matter, now);
        Set<UUID> threads = AccessRule.HOLDS.comments(person, matter, now).stream()
                .map(CommentId::value)
                .collect(Collectors.toSet());
        Set<UUID> hidden = matter.said().stream()
                .map(one -> one.id().value())
                .filter(id -> !threads.contains(id))
                .collect(Collectors.toSet());
        for (Notices.Told told : notices.of(person, Texts.VIETNAMESE)) {
            assertThat(hidden.contains(told.notice().subject())).isFalse();
            String text =
                    told.words().title() + told.words().lines() + told.words().path();
            assertThat(words(text).filter(others::contains)).isEmpty();
            if (!reads) {
                assertThat(told.words().lines()).doesNotContain(matter.dossier().title());
                assertThat(text).doesNotContain(matter.dossier().id().toString());
            }
            found.merge("notices", 1, Integer::sum);
        }
    }

    /** From now on they are mailed what they have not seen. */
    void reach(List<Person> people) {
        mailed.reach(people);
    }

    /** Whatever is mailed now holds no word that its receiver may not read, and no title of a dossier that is hidden. */
    void checkMails(List<Matter> matters, List<Person> people, Instant now) {
        Map<PersonId, String> mails = mailed.deliver();
        for (Person person : people) {
            String mail = mails.getOrDefault(person.id(), "");
            for (Matter matter : mail.isEmpty() ? List.<Matter>of() : matters) {
                Set<String> others = others(matter, allowed(person, matter, now));
                assertThat(words(mail).filter(others::contains)).isEmpty();
                if (!AccessRule.HOLDS.reads(person, matter, now)) {
                    assertThat(mail)
                            .doesNotContainPattern(
                                    Pattern.quote(matter.dossier().title()) + "(?!\\d)")
                            .doesNotContain(matter.dossier().id().toString());
                }
                found.merge("mails", 1, Integer::sum);
            }
        }
    }

    /** These worlds would show it: where everything may be read there was something to read. */
    void checkThatWordsComeOut() {
        assertThat(found.keySet()).contains("notices", "mails").containsAll(FULL);
        assertThat(found).allSatisfy((where, many) -> assertThat(many).as(where).isPositive());
    }
}
