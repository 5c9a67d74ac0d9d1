package vn.gopy.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import vn.gopy.IntegrationTest;
import vn.gopy.TestLength;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.Units;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentAccess;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.search.HitType;
import vn.gopy.search.SearchRequest;
import vn.gopy.search.SearchResults;
import vn.gopy.search.SearchWorld;
import vn.gopy.search.Searches;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.hit.VisibleHits;
import vn.gopy.search.question.Abbreviations;
import vn.gopy.search.question.Asking;
import vn.gopy.search.question.Reordering;
import vn.gopy.shared.PlansRepository;
import vn.gopy.shared.Refusal;

/**
 * In worlds of random people, dossiers and opinions, what each person finds is what the rule in the database says. Worlds of
 * the same people are indexed and looked at together: making them is most of the time.
 */
@IntegrationTest
class RandomWorldsTest {

    private static final int WORLDS_TOGETHER = 25;
    private static final int USUAL_WORLDS = 150;
    private static final int MANY_WORLDS = 10_000;
    private static final int AUTHORS = 5;

    @Autowired
    SearchWorld world;

    @Autowired
    PlansRepository plans;

    @Autowired
    IndexKeeper keeper;

    @Autowired
    IndexOutboxRepository outbox;

    @Autowired
    IndexSources sources;

    @Autowired
    VisibleHits visible;

    @Autowired
    Units units;

    @Autowired
    Composing composing;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    private SearchEngine engine;
    private Indexer indexer;
    private Searches searches;

    @BeforeEach
    void start() {
        keeper.stop();
        engine = EmbeddedIndex.open(folder, Duration.ofSeconds(10));
        indexer = new Indexer(engine, outbox, sources, clock, transactions);
        indexer.rebuild();
        searches =
                new Searches(engine, Abbreviations.official(), visible, units, keeper, plans, clock, Reordering.none());
    }

    @AfterEach
    void close() {
        engine.close();
        keeper.start();
    }

    static IntStream seeds() {
        return TestLength.rounds(USUAL_WORLDS / WORLDS_TOGETHER, MANY_WORLDS / WORLDS_TOGETHER);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void searchFindsExactlyWhatTheRuleAllows(int seed) {
        Random random = new Random(seed);
        String canary = "canary" + letters(seed);
        List<Person> people = people(random);
        for (int i = 0; i < WORLDS_TOGETHER; i++) {
            fill(random, people, canary);
        }
        while (indexer.step()) {
            // until nothing waits
        }
        for (Person person : people) {
            SearchResults found = searches.search(person, everything(canary));
            assertThat(ids(found)).as("%s", person.roles()).isEqualTo(allowed(person, canary));
            assertThat(found.total()).isEqualTo(found.hits().size());
            found.facets()
                    .forEach((facet, values) -> assertThat(values.stream()
                                    .mapToLong(SearchResults.FacetValue::count)
                                    .sum())
                            .isLessThanOrEqualTo(found.total()));
        }
    }

    /** A number in letters, so that it is one word with what stands before it. */
    private static String letters(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> "" + (char) ('a' + digit - '0'))
                .collect(Collectors.joining());
    }

    private static SearchRequest everything(String canary) {
        return new SearchRequest(canary, Map.of(), false, 0, Asking.MAX_SIZE);
    }

    private List<Person> people(Random random) {
        Unit one = world.unit();
        Unit two = world.unit();
        List<Person> people = new ArrayList<>(List.of(
                world.person(Role.ADMINISTRATOR),
                world.person(Role.SECRETARIAT),
                world.person(Role.CHAIR),
                world.person(Role.CHAIR, Role.MEMBER),
                world.person(),
                world.headOf(one),
                world.headOf(one),
                world.headOf(two)));
        for (int i = 0; i < 3; i++) {
            people.add(world.person(random.nextBoolean() ? Role.MEMBER : Role.ADVISER));
        }
        return people;
    }

    private void fill(Random random, List<Person> people, String canary) {
        List<Person> owners = people.stream()
                .filter(one -> one.inGroup() || one.is(Role.SECRETARIAT))
                .toList();
        Person owner = pick(random, owners);
        Person[] invited = people.stream()
                .filter(one -> one.readsContent() && random.nextInt(3) == 0)
                .toArray(Person[]::new);
        Audience audience = random.nextInt(3) == 0 ? Audience.EVERYONE : Audience.INVITED;
        Discussion discussion = random.nextBoolean() ? Discussion.GROUP : Discussion.SEALED;
        Dossier dossier = world.dossier(owner, "Quy chế", audience, discussion, invited);
        VersionId version = world.draft(owner, dossier, "Nội dung " + canary);
        PlacedProvision place = world.place(version, "dieu-1");
        List<Person> authors = new ArrayList<>(people);
        Collections.shuffle(authors, random);
        authors.subList(0, AUTHORS).forEach(author -> comment(random, author, place, canary));
    }

    /** Who may not write leaves no opinion. */
    private void comment(Random random, Person author, PlacedProvision place, String canary) {
        NewComment wanted = NewComment.of(CommentKind.EDIT, "Ý kiến " + canary);
        NewComment kept = random.nextInt(3) == 0 ? wanted.unsent() : wanted;
        boolean forUnit = !author.memberships().isEmpty() && random.nextBoolean();
        try {
            composing.create(
                    author,
                    place.id(),
                    forUnit ? kept.forUnit(author.memberships().getFirst().unitCode()) : kept);
        } catch (Refusal refused) {
            assertThat(refused.code()).isIn("NOT_FOUND", "OWN_NOT_ALLOWED");
        }
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Set<UUID> ids(SearchResults results) {
        return results.hits().stream()
                .map(hit -> hit.type() == HitType.COMMENT
                        ? hit.commentId().value()
                        : hit.provisionId().value())
                .collect(Collectors.toSet());
    }

    /** The rule itself, as every other reading uses it. */
    private Set<UUID> allowed(Person person, String canary) {
        Set<UUID> allowed = new HashSet<>();
        for (String sql : List.of(
                "SELECT p.id FROM provision p JOIN draft_version v ON v.id = p.version_id"
                        + " JOIN dossier d ON d.id = v.dossier_id WHERE p.text LIKE :words AND "
                        + DossierAccess.READABLE + " AND " + DossierAccess.VISIBLE,
                "SELECT c.id FROM comment c JOIN dossier d ON d.id = c.dossier_id WHERE c.text LIKE :words AND "
                        + CommentAccess.VISIBLE + " AND " + DossierAccess.READABLE)) {
            allowed.addAll(jdbc.sql(sql)
                    .paramSource(
                            CommentAccess.parameters(person, clock.instant()).and("words", "%" + canary))
                    .query(UUID.class)
                    .list());
        }
        return allowed;
    }
}
