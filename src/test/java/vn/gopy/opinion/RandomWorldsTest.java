package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.TestLength;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierFilter;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.live.DraftReaderQuery;
import vn.gopy.opinion.AccessRule.Flaw;
import vn.gopy.opinion.AccessRule.Hearing;
import vn.gopy.opinion.AccessRule.Matter;
import vn.gopy.opinion.AccessRule.Said;
import vn.gopy.round.Capacity;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.Visibility;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.Refusal;

/**
 * In random worlds everybody gets from the database just what the rule, written a second time in plain Java, allows. The
 * worlds are rich enough to notice each of several mistakes in the rule.
 */
@IntegrationTest
class RandomWorldsTest {

    private static final int MOST_WORLDS = 25;
    private static final int USUAL_WORLDS = TestLength.isLong() ? 25 : 5;
    private static final long SEED = 20_261_124;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Drafts drafts;

    @Autowired
    Comments comments;

    @Autowired
    Conversation conversation;

    @Autowired
    Composing composing;

    @Autowired
    Sending sending;

    @Autowired
    Rounds rounds;

    @Autowired
    ThreadFeeds feeds;

    @Autowired
    ThreadFeedQuery live;

    @Autowired
    CommentRepository commentRepository;

    @Autowired
    DraftReaderQuery readers;

    @Autowired
    WorldLeaks leaks;

    @Autowired
    AdjustableClock clock;

    private final Random random = new Random(SEED);
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<Person> people = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private Person secretary;

    @Test
    void everybodySeesWhatTheRuleAllowsAndNothingElse() {
        populate();
        Map<Flaw, Integer> noticed = new EnumMap<>(Flaw.class);
        List<World> worlds = new ArrayList<>();
        for (int n = 0; n < MOST_WORLDS && (n < USUAL_WORLDS || noticed.size() < Flaw.values().length); n++) {
            World world = new World();
            world.live();
            worlds.add(world);
            for (int day : List.of(4, 60)) {
                world.judge(day, noticed);
            }
        }
        somebodyLeavesTheUnit();
        worlds.forEach(world -> world.judge(60, noticed));
        leaks.checkThatWordsComeOut();
        assertThat(noticed.keySet()).as("mistakes these worlds would show").containsExactly(Flaw.values());
    }

    /** What such a person wrote for the unit stays the unit's. */
    private void somebodyLeavesTheUnit() {
        committee.leaveUnits(people.stream()
                .filter(person -> person.membership(units.get(0).code())
                        .filter(one -> one.role() == UnitRole.STAFF)
                        .isPresent())
                .findFirst()
                .orElseThrow());
        people.replaceAll(committee::again);
    }

    private void populate() {
        units.addAll(List.of(committee.unit(), committee.unit(), committee.unit()));
        secretary = committee.person(Role.SECRETARIAT);
        people.addAll(List.of(
                secretary,
                committee.person(Role.ADMINISTRATOR),
                committee.person(Role.CHAIR),
                committee.person(Role.CHAIR, Role.MEMBER),
                committee.person(Role.MEMBER),
                committee.person(Role.MEMBER),
                committee.person(Role.ADVISER),
                committee.in(units.get(0), UnitRole.HEAD, Role.MEMBER),
                committee.in(units.get(0), UnitRole.STAFF),
                committee.in(units.get(0), UnitRole.CLERK),
                committee.in(units.get(1), UnitRole.HEAD),
                committee.in(units.get(1), UnitRole.STAFF),
                committee.in(List.of(units.get(1), units.get(2)), UnitRole.STAFF)));
        leaks.reach(people);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> List<T> some(List<T> all, int most) {
        List<T> chosen = new ArrayList<>();
        for (int n = random.nextInt(most + 1); n > 0; n--) {
            chosen.add(any(all));
        }
        return chosen.stream().distinct().toList();
    }

    /** Two dossiers with drafts, perhaps a round on each, and opinions before, in and after it. */
    private final class World {

        private final List<Matter> matters = new ArrayList<>();
        private final Map<VersionId, ProvisionId> places = new HashMap<>();
        private final Map<Matter, Map<PersonId, OpenPage>> pages = new IdentityHashMap<>();

        void live() {
            at(0, () -> {
                matters.add(matter());
                matters.add(matter());
                return null;
            });
            at(0, this::speak);
            at(1, () -> {
                matters.forEach(this::hear);
                return null;
            });
            at(1, this::look);
            at(2, this::send);
            at(2, this::speak);
            at(2, this::answer);
            at(2, this::reply);
            at(2, this::look);
            at(3, this::close);
            at(3, this::takeBack);
            at(3, this::speak);
        }

        void judge(int day, Map<Flaw, Integer> noticed) {
            Instant moment = begin.plus(Duration.ofDays(day));
            at(day, () -> {
                people.forEach(person -> compare(person, moment));
                leaks.checkMails(matters, people, moment);
                matters.forEach(matter -> compareTold(matter, moment));
                matters.forEach(matter -> leaks.check(matter, places.get(matter.version()), people, moment));
                return null;
            });
            count(moment, noticed);
        }

        /** Everybody's page asks what is different. */
        private Void look() {
            matters.forEach(
                    matter -> people.forEach(person -> page(person, matter).refresh(person, matter.version())));
            return null;
        }

        private OpenPage page(Person person, Matter matter) {
            return pages.computeIfAbsent(matter, one -> new HashMap<>())
                    .computeIfAbsent(person.id(), one -> new OpenPage());
        }

        /** Whoever may answers to something, and nobody else. */
        private Void answer() {
            Instant now = clock.instant();
            for (Matter matter : matters) {
                for (Said said : matter.said().isEmpty() ? List.<Said>of() : some(matter.said(), 4)) {
                    Person person = any(people);
                    boolean may = AccessRule.HOLDS.answers(person, matter, said, now);
                    try {
                        Comment reply = conversation.reply(person, said.id(), leaks.marked("Trả lời", people));
                        assertThat(may).isTrue();
                        leaks.said(reply);
                        matter.answers().add(new AccessRule.Answer(reply.id(), said.id()));
                    } catch (Refusal refused) {
                        assertThat(may).as(refused.code()).isFalse();
                    }
                }
            }
            return null;
        }

        /** Some who are asked begin a reply, some send it; the secretariat enters some. */
        private Void reply() {
            matters.forEach(matter -> matter.rounds().stream()
                    .filter(round -> round.opened(clock.instant()))
                    .forEach(round -> leaks.reply(round, people, secretary)));
            return null;
        }

        /** Authors take back some of what counts in no round, if they may read it still. */
        private Void takeBack() {
            for (Matter matter : matters) {
                for (Said said : List.copyOf(matter.said())) {
                    boolean reads = AccessRule.HOLDS.sees(said.author(), matter, said.id(), clock.instant());
                    if (said.within() == null && said.state() != CommentState.WITHDRAWN && reads && chance(30)) {
                        composing.delete(
                                said.author(),
                                said.id(),
                                comments.get(said.author(), said.id()).version());
                        matter.said().remove(said);
                        if (said.state() == CommentState.SENT) {
                            matter.said().add(said.takenBack());
                        }
                    }
                }
            }
            return null;
        }

        /** The live push asks the same rule for all at once. */
        private void compareTold(Matter matter, Instant now) {
            for (Said said : matter.said()) {
                Comment comment = commentRepository.any(said.id()).orElseThrow();
                assertThat(live.readers(Heard.of(comment), people, now))
                        .as("whom the words may name")
                        .isEqualTo(people.stream()
                                .filter(person -> AccessRule.HOLDS.sees(person, matter, said.id(), now))
                                .map(Person::id)
                                .collect(Collectors.toSet()));
                Set<PersonId> told = live.told(List.of(said.id()), people, now).keySet();
                assertThat(told)
                        .isEqualTo(people.stream()
                                .filter(person -> AccessRule.HOLDS.sees(person, matter, said.id(), now))
                                .map(Person::id)
                                .collect(Collectors.toSet()));
            }
            assertThat(readers.reading(matter.version(), people, now))
                    .isEqualTo(people.stream()
                            .filter(person -> AccessRule.HOLDS.reads(person, matter, now))
                            .map(Person::id)
                            .collect(Collectors.toSet()));
        }

        private <T> T at(int days, Supplier<T> work) {
            return clock.at(begin.plus(Duration.ofDays(days)), work);
        }

        private Matter matter() {
            Person owner = any(people.stream().filter(dossiers::mayCreate).toList());
            Audience audience = chance(25) ? Audience.EVERYONE : Audience.INVITED;
            Discussion discussion = any(List.of(Discussion.values()));
            List<Person> named = some(people, 3);
            Dossier dossier = committee.dossier(owner, audience, discussion, named.toArray(Person[]::new));
            VersionId version = texts.published(owner, dossier);
            boolean more = chance(30);
            VersionId unchecked = more ? texts.review(owner, dossier, DraftFixture.REGULATION) : null;
            return new Matter(
                    dossier,
                    version,
                    unchecked,
                    Set.copyOf(named),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        private void hear(Matter matter) {
            if (chance(80)) {
                List<Unit> askedUnits = some(units, 2);
                List<Person> askedPeople = some(people.subList(2, people.size()), 2);
                Instant opens = chance(15) ? begin.plus(Duration.ofDays(40)) : clock.instant();
                Round round = committee
                        .round(matter.version())
                        .asking(askedUnits.toArray(Unit[]::new))
                        .asking(askedPeople.toArray(Person[]::new))
                        .seen(any(List.of(Visibility.values())))
                        .opening(opens)
                        .closing(begin.plus(Duration.ofDays(50)))
                        .open(secretary);
                matter.rounds().add(new Hearing(round, Set.copyOf(askedUnits), Set.copyOf(askedPeople), null));
            }
        }

        private Void close() {
            for (Matter matter : matters) {
                List<Hearing> all = matter.rounds();
                if (!all.isEmpty() && all.getFirst().opened(clock.instant()) && chance(50)) {
                    rounds.close(secretary, all.getFirst().round().id());
                    leaks.frozen(secretary, all.getFirst().round());
                    all.set(0, all.getFirst().closed(clock.instant()));
                }
            }
            return null;
        }

        private Void speak() {
            for (int n = 0; n < 6; n++) {
                Matter matter = any(matters);
                Person author = any(people);
                NewComment words = words(author, matter);
                ProvisionId place = places.computeIfAbsent(
                        matter.version(),
                        version -> texts.place(version, "dieu-1").id());
                boolean mayRead = AccessRule.HOLDS.reads(author, matter, clock.instant());
                boolean maySpeak = AccessRule.HOLDS.speaks(author, matter, words, clock.instant());
                try {
                    Comment written = chance(30)
                            ? composing.create(author, matter.dossier().id(), words)
                            : composing.create(author, place, words);
                    assertThat(mayRead && maySpeak).isTrue();
                    leaks.said(written);
                    Set<Person> readers = people.stream()
                            .filter(person -> words.restrictedTo().contains(person.username()))
                            .collect(Collectors.toSet());
                    matter.said().add(said(written, author, words, readers, matter));
                } catch (Refusal refused) {
                    assertThat(mayRead && maySpeak && matter.rounds().isEmpty())
                            .as("refused " + refused.code())
                            .isFalse();
                    assertThat(refused.code().equals("OWN_NOT_ALLOWED")).isEqualTo(mayRead && !maySpeak);
                }
            }
            return null;
        }

        private NewComment words(Person author, Matter matter) {
            NewComment words = NewComment.of(CommentKind.OTHER, leaks.marked("Ý kiến", people));
            boolean speaks = author.memberships().stream().anyMatch(one -> one.role() != UnitRole.CLERK);
            if (speaks && chance(60)) {
                words = words.forUnit(author.memberships().getFirst().unitCode());
            }
            if (chance(25)) {
                List<Person> readers = people.stream()
                        .filter(person -> AccessRule.HOLDS.reads(person, matter, clock.instant()))
                        .toList();
                words = restricted(words, some(readers, 2), speaks && chance(30));
            }
            return chance(35) ? words.unsent() : words;
        }

        private static NewComment restricted(NewComment words, List<Person> readers, boolean both) {
            return new NewComment(
                    words.kind(),
                    words.text(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    both && words.onBehalfOf() != null ? Capacity.BOTH : null,
                    words.onBehalfOf(),
                    true,
                    readers.stream().map(Person::username).toList());
        }

        private Said said(Comment written, Person author, NewComment words, Set<Person> readers, Matter matter) {
            Unit unit = units.stream()
                    .filter(one -> one.code().equals(words.onBehalfOf()))
                    .findFirst()
                    .orElse(null);
            boolean unitDraft = unit != null && !author.heads(unit.id());
            CommentState state =
                    !words.send() ? CommentState.UNSENT : unitDraft ? CommentState.UNIT_DRAFT : CommentState.SENT;
            boolean group = matter.mode(clock.instant()) == Visibility.GROUP;
            Hearing within = state == CommentState.SENT ? matter.ruling(clock.instant()) : null;
            return new Said(written.id(), author, unit, readers, state, group, within);
        }

        /** Authors send some of what they kept, heads some of what their staff prepared. */
        private Void send() {
            for (Matter matter : matters) {
                matter.said().replaceAll(said -> chance(50) ? sent(matter, said) : said);
            }
            return null;
        }

        private Said sent(Matter matter, Said said) {
            Person sender = said.state() == CommentState.UNSENT
                    ? said.author()
                    : people.stream()
                            .filter(person -> said.unit() != null
                                    && person.heads(said.unit().id()))
                            .findFirst()
                            .orElse(said.author());
            boolean sendable = said.state() == CommentState.UNSENT
                    || (said.state() == CommentState.UNIT_DRAFT
                            && sender.heads(said.unit().id()));
            if (!sendable || !AccessRule.HOLDS.reads(sender, matter, clock.instant())) {
                return said;
            }
            sending.send(sender, List.of(said.id()));
            boolean staffOnly = said.unit() != null && !sender.heads(said.unit().id());
            return said.sent(
                    staffOnly ? CommentState.UNIT_DRAFT : CommentState.SENT,
                    matter.mode(clock.instant()) == Visibility.GROUP,
                    matter.ruling(clock.instant()));
        }

        void compare(Person person, Instant now) {
            AccessRule rule = AccessRule.HOLDS;
            Set<DossierId> own =
                    matters.stream().map(matter -> matter.dossier().id()).collect(Collectors.toSet());
            Set<DossierId> listed = dossiers.list(person, DossierFilter.ALL).stream()
                    .map(Dossier::id)
                    .filter(own::contains)
                    .collect(Collectors.toSet());
            Set<DossierId> allowed = matters.stream()
                    .filter(matter -> rule.reads(person, matter, now))
                    .map(matter -> matter.dossier().id())
                    .collect(Collectors.toSet());
            assertThat(listed).isEqualTo(allowed);
            matters.forEach(matter -> compare(person, matter, now));
        }

        private void compare(Person person, Matter matter, Instant now) {
            AccessRule rule = AccessRule.HOLDS;
            Set<CommentId> allowed = rule.comments(person, matter, now);
            assertThat(commentsOf(person, matter)).isEqualTo(allowed);
            OpenPage page = page(person, matter);
            page.refresh(person, matter.version());
            assertThat(page.shown()).as("a page that took what was different").isEqualTo(allowed);
            if (chance(50)) {
                assertThat(drafts.of(person, matter.dossier().id()))
                        .extracting(DraftVersion::id)
                        .hasSameElementsAs(rule.versions(person, matter, now));
            } else {
                assertThat(rounds.of(person, matter.dossier().id()))
                        .extracting(Round::id)
                        .hasSameElementsAs(rule.rounds(person, matter, now));
            }
        }

        private Set<CommentId> commentsOf(Person person, Matter matter) {
            try {
                return comments.of(person, matter.version()).stream()
                        .map(Comment::id)
                        .collect(Collectors.toSet());
            } catch (Refusal hidden) {
                return new HashSet<>();
            }
        }

        /** Which mistakes of the rule would have been noticed here. */
        void count(Instant now, Map<Flaw, Integer> noticed) {
            for (Flaw flaw : Flaw.values()) {
                AccessRule flawed = new AccessRule(Set.of(flaw));
                boolean differs = people.stream()
                        .anyMatch(person -> matters.stream()
                                .anyMatch(matter -> !flawed.comments(person, matter, now)
                                                .equals(AccessRule.HOLDS.comments(person, matter, now))
                                        || flawed.reads(person, matter, now)
                                                != AccessRule.HOLDS.reads(person, matter, now)));
                if (differs) {
                    noticed.merge(flaw, 1, Integer::sum);
                }
            }
        }
    }

    /** A page that asks for all threads once and then for what is different. */
    private final class OpenPage {

        private final Map<CommentId, List<Comment>> threads = new HashMap<>();
        private @Nullable String mark;

        void refresh(Person person, VersionId version) {
            try {
                ThreadFeed feed = feeds.of(person, version, mark);
                mark = feed.mark();
                if (feed.whole()) {
                    threads.clear();
                }
                feed.vanished().forEach(threads::remove);
                feed.comments().stream().map(Comment::root).forEach(threads::remove);
                feed.comments()
                        .forEach(one -> threads.computeIfAbsent(one.root(), root -> new ArrayList<>())
                                .add(one));
            } catch (Refusal hidden) {
                threads.clear();
            }
        }

        Set<CommentId> shown() {
            return threads.values().stream()
                    .flatMap(List::stream)
                    .map(Comment::id)
                    .collect(Collectors.toSet());
        }
    }
}
