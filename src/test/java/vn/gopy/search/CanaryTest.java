package vn.gopy.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.IntegrationTest;
import vn.gopy.TestLength;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.VersionId;
import vn.gopy.notice.Notices;
import vn.gopy.opinion.CommentAccess;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.search.alert.Alerts;
import vn.gopy.search.question.Asking;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;

/**
 * Each hidden thing carries a word of its own. In worlds of random people and dossiers that word comes to nobody who may
 * not see the thing: in no hit, count, facet, suggestion, offer while typing, related clause or notice.
 */
@IntegrationTest
class CanaryTest {

    private static final int WORLDS = TestLength.isLong() ? 4 : 2;

    /** What all drafts share, so that hidden ones are near everything that is asked. */
    private static final String SHARED = "Cơ quan chủ trì thẩm định kinh phí nhiệm vụ %s hằng năm.";

    @Autowired
    SearchWorld world;

    @Autowired
    Searches searches;

    @Autowired
    Jumps jumps;

    @Autowired
    RelatedClauses related;

    @Autowired
    SavedSearches saved;

    @Autowired
    Alerts alerts;

    @Autowired
    Notices notices;

    @Autowired
    Composing composing;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    /** The words of one world: by dossier and by opinion. */
    private final Map<UUID, String> dossierWords = new HashMap<>();

    private final Map<UUID, String> opinionWords = new HashMap<>();
    private final Map<UUID, PlacedProvision> clauses = new HashMap<>();

    @Test
    void noWordOfWhatIsHiddenComesOut() {
        for (int seed = 1; seed <= WORLDS; seed++) {
            dossierWords.clear();
            opinionWords.clear();
            clauses.clear();
            Random random = new Random(seed);
            List<Person> people = people(random);
            people.stream()
                    .filter(Person::readsContent)
                    .forEach(person -> saved.save(person, "", SearchRequest.of("thẩm định kinh phí"), true));
            fill(random, people, seed);
            world.settle();
            while (alerts.step()) {
                // until nothing waits
            }
            people.forEach(this::check);
        }
    }

    private List<Person> people(Random random) {
        Unit one = world.unit();
        List<Person> people = new ArrayList<>(List.of(
                world.person(Role.ADMINISTRATOR),
                world.person(Role.SECRETARIAT),
                world.person(Role.CHAIR),
                world.person(),
                world.headOf(one),
                world.headOf(world.unit())));
        for (int i = 0; i < 4; i++) {
            people.add(world.person(random.nextBoolean() ? Role.MEMBER : Role.ADVISER));
        }
        return people;
    }

    private void fill(Random random, List<Person> people, int seed) {
        List<Person> owners = people.stream().filter(Person::inGroup).toList();
        for (int i = 0; i < 3; i++) {
            Person owner = owners.get(random.nextInt(owners.size()));
            Person[] invited = people.stream()
                    .filter(one -> one.readsContent() && random.nextInt(3) == 0)
                    .toArray(Person[]::new);
            String word = "chim" + (char) ('a' + seed) + (char) ('a' + i);
            Discussion discussion = random.nextBoolean() ? Discussion.GROUP : Discussion.SEALED;
            Dossier dossier = world.dossier(owner, "Quy chế " + word, Audience.INVITED, discussion, invited);
            VersionId version = world.draft(owner, dossier, SHARED.formatted(word));
            dossierWords.put(dossier.id().value(), word);
            clauses.put(dossier.id().value(), world.place(version, "dieu-2/khoan-2"));
            for (Person author : people) {
                comment(random, author, version, word + (char) ('a' + people.indexOf(author)));
            }
        }
    }

    private void comment(Random random, Person author, VersionId version, String word) {
        NewComment words = NewComment.of(CommentKind.EDIT, "Ý kiến về thẩm định kinh phí " + word);
        try {
            UUID id = composing
                    .create(
                            author,
                            world.place(version, "dieu-1").id(),
                            random.nextInt(3) == 0 ? words.unsent() : words)
                    .id()
                    .value();
            opinionWords.put(id, word);
        } catch (Refusal mayNotRead) {
            assertThat(mayNotRead.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        }
    }

    private void check(Person person) {
        Set<UUID> readable = ids("SELECT d.id FROM dossier d WHERE " + DossierAccess.READABLE, person);
        Set<UUID> heard = ids(
                "SELECT c.id FROM comment c JOIN dossier d ON d.id = c.dossier_id WHERE " + CommentAccess.VISIBLE
                        + " AND " + DossierAccess.READABLE,
                person);
        List<String> hidden = new ArrayList<>();
        dossierWords.forEach((id, word) -> {
            if (!readable.contains(id)) {
                hidden.add(word);
            }
        });
        opinionWords.forEach((id, word) -> {
            if (!heard.contains(id)) {
                hidden.add(word);
            }
        });
        String everything = everythingShownTo(person, readable);
        for (String word : hidden) {
            assertThat(everything).as("%s", person.roles()).doesNotContainPattern(word + "\\b");
            assertAskedForNothing(person, word);
        }
    }

    /** All that the person gets without naming a hidden word. */
    private String everythingShownTo(Person person, Set<UUID> readable) {
        StringBuilder shown = new StringBuilder();
        for (String words : List.of("thẩm định kinh phí", "tham dinh kinh phi", "quy chế", "")) {
            shown.append(searches.search(person, new SearchRequest(words, Map.of(), false, 0, Asking.MAX_SIZE)));
            shown.append(jumps.of(person, words));
        }
        shown.append(jumps.of(person, "chim"));
        clauses.forEach((dossier, clause) -> {
            if (readable.contains(dossier)) {
                shown.append(related.of(person, clause.id()));
            }
        });
        return shown.append(notices.of(person, Texts.VIETNAMESE)).toString();
    }

    /** What the person gets who knows or guesses the word. */
    private void assertAskedForNothing(Person person, String word) {
        for (String words : List.of(word, "\"" + word + "\"", word.substring(0, word.length() - 1) + "q")) {
            SearchResults found = searches.search(person, SearchRequest.of(words));
            assertThat(found.hits().toString()).doesNotContainPattern(word + "\\b");
            assertThat(found.suggestion().orElse("")).isNotEqualTo(word);
        }
        assertThat(searches.search(person, SearchRequest.of("\"" + word + "\"")).total())
                .isZero();
        assertThat(jumps.of(person, word).toString()).doesNotContainPattern(word + "\\b");
    }

    private Set<UUID> ids(String sql, Person person) {
        return jdbc
                .sql(sql)
                .paramSource(CommentAccess.parameters(person, clock.instant()))
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
