package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.TestLength;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.alignment.Decisions;
import vn.gopy.draft.alignment.VersionAlignments;
import vn.gopy.draft.anchor.AnchorState;

/**
 * Random lives of a draft: articles come, go, move and say something else from version to version, ties are corrected,
 * opinions are said, changed, taken back and put somewhere by hand. A model that knows nothing but what was done says after
 * each step who sees which opinion of which version, where, and in which state.
 */
@IntegrationTest
class RandomHistoriesTest {

    private static final int HISTORIES = TestLength.isLong() ? 30 : 3;
    private static final int VERSIONS = 4;
    private static final int WORDS = 14;
    private static final long SEED = 20_261_130;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    VersionAlignments alignments;

    @Autowired
    Composing composing;

    @Autowired
    Comments comments;

    @Autowired
    HandPlacing hands;

    @Autowired
    ThreadFeeds feeds;

    private final Random random = new Random(SEED);

    @Test
    void everyOpinionStandsWhereWhatWasDoneHasPutIt() {
        Map<AnchorState, Integer> met = new HashMap<>();
        for (int n = 0; n < HISTORIES; n++) {
            History history = new History();
            for (int version = 1; version <= VERSIONS; version++) {
                history.publish();
                history.correct();
                history.speak();
                history.changeWords();
                history.put();
                history.compare(met);
            }
        }
        assertThat(met.keySet())
                .as("states these histories come through")
                .containsExactlyInAnyOrder(AnchorState.values());
    }

    /** An article by its identity, which no rule of the product knows. */
    private record Article(int key, List<String> words) {

        String heading() {
            return "Việc " + words.getFirst();
        }

        String text() {
            return "Phần " + String.join(" ", words) + ".";
        }
    }

    private record Edition(VersionId id, List<Article> articles) {

        @Nullable
        String path(int key) {
            return IntStream.range(0, articles.size())
                    .filter(n -> articles.get(n).key() == key)
                    .mapToObj(n -> "dieu-" + (n + 1))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @param came which article of the version before each has come from */
    private record Step(Map<Integer, Integer> came, Set<Integer> reworded) {}

    private record Placing(@Nullable Integer key) {}

    /** What was done to one opinion. */
    private static final class Said {

        final CommentId id;
        final Person author;
        final @Nullable Unit unit;
        final int version;
        final int key;
        final Map<Integer, Placing> byHand = new HashMap<>();
        boolean withdrawn;

        Said(CommentId id, Person author, @Nullable Unit unit, int version, int key) {
            this.id = id;
            this.author = author;
            this.unit = unit;
            this.version = version;
            this.key = key;
        }
    }

    private record Stand(AnchorState state, @Nullable String path) {}

    private final class History {

        private final Person owner = committee.person(Role.MEMBER);
        private final Person member = committee.person(Role.MEMBER);
        private final Person adviser = committee.person(Role.ADVISER);
        private final Person secretary = committee.person(Role.SECRETARIAT);
        private final Unit unit = committee.unit();
        private final Person staff = committee.in(unit, UnitRole.STAFF);
        private final Person outsider = committee.person(Role.MEMBER);
        private final Dossier dossier =
                committee.dossier(owner, Audience.INVITED, Discussion.GROUP, member, adviser, staff);
        private final List<Person> everybody = List.of(owner, member, adviser, secretary, staff);
        private final List<Edition> editions = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private final List<Said> said = new ArrayList<>();
        private int nextKey;

        void publish() {
            List<Article> articles = new ArrayList<>(
                    editions.isEmpty() ? List.of() : editions.getLast().articles());
            Set<Integer> reworded = new HashSet<>();
            if (articles.isEmpty()) {
                IntStream.range(0, 7).forEach(n -> articles.add(article()));
            } else {
                articles.remove(random.nextInt(articles.size()));
                articles.add(random.nextInt(articles.size() + 1), article());
                int changed = random.nextInt(articles.size());
                Article before = articles.get(changed);
                List<String> words = new ArrayList<>(before.words());
                words.set(WORDS - 3, "sửa" + steps.size() + "x" + random.nextInt(1_000));
                articles.set(changed, new Article(before.key(), words));
                reworded.add(before.key());
                if (random.nextBoolean()) {
                    articles.add(random.nextInt(articles.size()), articles.removeLast());
                }
            }
            List<String> lines = new ArrayList<>(List.of("QUY CHẾ", "Làm việc của Ban Chỉ đạo"));
            for (int n = 0; n < articles.size(); n++) {
                lines.add("Điều " + (n + 1) + ". " + articles.get(n).heading());
                lines.add(articles.get(n).text());
            }
            Edition edition = new Edition(texts.published(owner, dossier, lines), List.copyOf(articles));
            if (!editions.isEmpty()) {
                Map<Integer, Integer> came = new HashMap<>();
                editions.getLast().articles().stream()
                        .filter(one -> edition.path(one.key()) != null)
                        .forEach(one -> came.put(one.key(), one.key()));
                steps.add(new Step(came, reworded));
            }
            editions.add(edition);
        }

        private Article article() {
            int key = nextKey++;
            return new Article(
                    key,
                    IntStream.range(0, WORDS)
                            .mapToObj(n -> "t" + letters(key) + "u" + letters(n))
                            .toList());
        }

        private static String letters(int n) {
            return "" + (char) ('a' + n / 20) + (char) ('a' + n % 20);
        }

        /** What had gone has become what is new, somebody says. */
        void correct() {
            if (steps.isEmpty() || random.nextBoolean()) {
                return;
            }
            Edition before = editions.get(editions.size() - 2);
            Edition after = editions.getLast();
            Article gone = before.articles().stream()
                    .filter(one -> after.path(one.key()) == null)
                    .findFirst()
                    .orElseThrow();
            Article fresh = after.articles().stream()
                    .filter(one -> before.path(one.key()) == null)
                    .findFirst()
                    .orElseThrow();
            alignments.decide(
                    owner,
                    after.id(),
                    drafts.get(owner, after.id()).version(),
                    new Decisions(
                            List.of(),
                            List.of(new Decisions.Corrected(
                                    List.of(texts.place(before.id(), before.path(gone.key()))
                                            .id()),
                                    List.of(texts.place(after.id(), after.path(fresh.key()))
                                            .id()))),
                            List.of()));
            steps.getLast().came().put(gone.key(), fresh.key());
            steps.getLast().reworded().add(fresh.key());
        }

        void speak() {
            for (int n = 0; n < 4; n++) {
                Edition edition = editions.getLast();
                Article about =
                        edition.articles().get(random.nextInt(edition.articles().size()));
                boolean ofUnit = random.nextInt(4) == 0;
                Person author = ofUnit ? staff : List.of(owner, member, adviser).get(random.nextInt(3));
                NewComment words = NewComment.of(CommentKind.OTHER, "Ý kiến");
                Comment comment = composing.create(
                        author,
                        texts.place(edition.id(), edition.path(about.key())).id(),
                        ofUnit ? words.forUnit(unit.code()) : words);
                said.add(new Said(comment.id(), author, ofUnit ? unit : null, editions.size() - 1, about.key()));
            }
        }

        /** Words change, opinions are taken back: neither moves anything. */
        void changeWords() {
            for (Said one : List.copyOf(said)) {
                if (one.withdrawn || random.nextInt(5) > 0) {
                    continue;
                }
                int version = comments.get(one.author, one.id).version();
                if (random.nextInt(3) > 0) {
                    composing.edit(one.author, one.id, version, CommentKind.OTHER, "Nói lại", null);
                } else {
                    composing.delete(one.author, one.id, version);
                    one.withdrawn = one.unit == null;
                    if (one.unit != null) {
                        said.remove(one);
                    }
                }
            }
        }

        void put() {
            int now = editions.size() - 1;
            List<Said> earlier = said.stream()
                    .filter(one -> one.version < now && one.unit == null && !one.withdrawn)
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(earlier, random);
            for (Said one : earlier.subList(0, Math.min(2, earlier.size()))) {
                Edition edition = editions.get(now);
                Integer key = random.nextInt(3) == 0
                        ? null
                        : edition.articles()
                                .get(random.nextInt(edition.articles().size()))
                                .key();
                hands.put(
                        owner,
                        one.id,
                        comments.get(owner, one.id).version(),
                        edition.id(),
                        key == null
                                ? null
                                : texts.place(edition.id(), edition.path(key)).id());
                one.byHand.put(now, new Placing(key));
            }
        }

        void compare(Map<AnchorState, Integer> met) {
            for (int read = 0; read < editions.size(); read++) {
                for (Person reader : everybody) {
                    compare(reader, read, met);
                }
            }
            assertThat(Refused.by(() -> feeds.of(outsider, editions.getLast().id(), null)))
                    .isEqualTo("404 NOT_FOUND");
        }

        private void compare(Person reader, int read, Map<AnchorState, Integer> met) {
            ThreadFeed feed = feeds.of(reader, editions.get(read).id(), null);
            List<Said> expected = said.stream()
                    .filter(one -> one.version == read || (one.version < read && one.unit == null))
                    .filter(one -> sees(reader, one))
                    .toList();
            assertThat(feed.comments().stream().map(Comment::id))
                    .containsExactlyInAnyOrderElementsOf(
                            expected.stream().map(one -> one.id).toList());
            for (Said one : expected) {
                if (one.version == read) {
                    assertThat(feed.placed()).doesNotContainKey(one.id);
                    continue;
                }
                Stand stand = stand(one, read);
                var anchor = feed.placed().get(one.id).anchor();
                assertThat(anchor.state())
                        .as("of what was said of %s, on %s", one.version, read)
                        .isEqualTo(stand.state());
                if (stand.path() != null) {
                    assertThat(anchor.place())
                            .isEqualTo(texts.place(editions.get(read).id(), stand.path())
                                    .id());
                }
                met.merge(stand.state(), 1, Integer::sum);
            }
        }

        /** A unit's draft is its people's, and of its own version alone; what was sent in the group is the group's and the secretariat's. */
        private boolean sees(Person reader, Said one) {
            return one.unit == null
                    ? !reader.id().equals(staff.id())
                    : reader.id().equals(staff.id());
        }

        private Stand stand(Said one, int read) {
            Integer key = one.key;
            boolean removed = false;
            boolean changed = false;
            for (int at = one.version; at < read; at++) {
                Step step = steps.get(at);
                Placing hand = one.byHand.get(at + 1);
                if (hand != null) {
                    key = hand.key();
                    removed = false;
                    changed = false;
                } else if (key != null && !removed) {
                    key = step.came().get(key);
                    removed = key == null;
                    changed |= key != null && step.reworded().contains(key);
                }
            }
            if (removed) {
                return new Stand(AnchorState.REMOVED, null);
            }
            if (key == null) {
                return new Stand(AnchorState.UNPLACED, null);
            }
            String path = editions.get(read).path(key);
            if (changed) {
                return new Stand(AnchorState.TEXT_CHANGED, path);
            }
            boolean same = path != null && path.equals(editions.get(one.version).path(one.key));
            return new Stand(same ? AnchorState.IN_PLACE : AnchorState.MOVED, path);
        }
    }
}
