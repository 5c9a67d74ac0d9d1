package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.TestLength;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.SqlParameters;

/**
 * In random rounds everybody gets just the words of points and answers that the rule, written a second time in plain
 * Java, allows; each point and each answer carries a word of its own, and that comes out of no route to anybody else. The
 * rounds are rich enough to notice mistakes in the rule.
 */
@IntegrationTest
class PointAccessTest {

    private static final int MOST_WORLDS = 12;
    private static final int USUAL_WORLDS = TestLength.isLong() ? 12 : 6;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    @Autowired
    Composing composing;

    @Autowired
    Rounds rounds;

    @Autowired
    Points points;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient sql;

    private final Random random = new Random(20_261_129);
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<Person> people = new ArrayList<>();
    private Unit unit;
    private Person secretary;

    /** Mistakes that are easily made. */
    private enum Flaw {
        RESTRICTED_IS_FOR_THE_SECRETARIAT,
        THE_CHAIR_READS_AT_ONCE,
        THE_NAMED_ARE_FORGOTTEN,
        AUTHORS_LEARN_BEFORE_THE_RESULTS,
        RESULTS_ARE_FOR_ALL
    }

    /** A point, as the world knows it; {@code writer} of the opinion it comes from, {@code person} whose words it holds. */
    private record Said(
            PointId id,
            String word,
            @Nullable Person writer,
            @Nullable Person person,
            boolean ofUnit,
            boolean restricted,
            Set<Person> named) {}

    private record World(Round round, List<Said> said, boolean closed, boolean announced) {}

    /** The rule, with mistakes made on purpose. */
    private record Rule(Set<Flaw> flaws, Unit unit) {

        private boolean chairReads(Person person, World world) {
            return person.is(Role.CHAIR) && (world.closed() || flaws.contains(Flaw.THE_CHAIR_READS_AT_ONCE));
        }

        boolean lists(Person person, World world) {
            return !person.is(Role.ADMINISTRATOR) && (person.is(Role.SECRETARIAT) || chairReads(person, world));
        }

        boolean reads(Person person, World world, Said said) {
            return lists(person, world) && (chairReads(person, world) || !said.restricted() || wasTold(person, said));
        }

        private boolean wasTold(Person person, Said said) {
            boolean named = said.named().contains(person) && !flaws.contains(Flaw.THE_NAMED_ARE_FORGOTTEN);
            return person.equals(said.writer()) || named || flaws.contains(Flaw.RESTRICTED_IS_FOR_THE_SECRETARIAT);
        }

        boolean finds(Person person, World world, Said said) {
            boolean own = person.equals(said.person())
                    || (said.ofUnit() && person.units().contains(unit.id()));
            return (person.is(Role.SECRETARIAT)
                            && (!said.restricted() || flaws.contains(Flaw.RESTRICTED_IS_FOR_THE_SECRETARIAT)))
                    || chairReads(person, world)
                    || (told(world) && (own || flaws.contains(Flaw.RESULTS_ARE_FOR_ALL)));
        }

        private boolean told(World world) {
            return world.announced() || flaws.contains(Flaw.AUTHORS_LEARN_BEFORE_THE_RESULTS);
        }
    }

    @Test
    void everybodyGetsTheWordsThatTheRuleAllowsAndNoOthers() {
        populate();
        Rule rule = new Rule(Set.of(), unit);
        Map<Flaw, Integer> noticed = new EnumMap<>(Flaw.class);
        for (int n = 0; n < MOST_WORLDS && (n < USUAL_WORLDS || noticed.size() < Flaw.values().length); n++) {
            World world = world(n);
            people.forEach(person -> compare(rule, person, world));
            for (Flaw flaw : Flaw.values()) {
                Rule wrong = new Rule(Set.of(flaw), unit);
                if (people.stream()
                        .anyMatch(person -> world.said().stream()
                                .anyMatch(said -> wrong.reads(person, world, said) != rule.reads(person, world, said)
                                        || wrong.finds(person, world, said) != rule.finds(person, world, said)))) {
                    noticed.merge(flaw, 1, Integer::sum);
                }
            }
        }
        assertThat(noticed.keySet()).as("mistakes these worlds would show").containsExactly(Flaw.values());
    }

    private void populate() {
        unit = committee.unit();
        secretary = committee.person(Role.SECRETARIAT);
        people.addAll(List.of(
                secretary,
                committee.in(unit, UnitRole.HEAD, Role.SECRETARIAT),
                committee.person(Role.SECRETARIAT, Role.MEMBER),
                committee.person(Role.CHAIR),
                committee.person(Role.CHAIR, Role.MEMBER),
                committee.person(Role.MEMBER),
                committee.person(Role.ADVISER),
                committee.in(unit, UnitRole.HEAD),
                committee.in(unit, UnitRole.STAFF),
                committee.person(Role.ADMINISTRATOR)));
    }

    private World world(int n) {
        Person owner = people.get(5);
        VersionId draft = texts.published(owner, committee.sealed(owner, people.get(6)));
        ProvisionId place = texts.place(draft, "dieu-1").id();
        Round round = committee.round(draft).asking(unit).asking(owner).open(secretary);
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            said.add(say(round, draft, place, "chim%03d".formatted(n * 10 + i)));
        }
        said.forEach(this::answer);
        boolean closed = n % 3 != 0;
        boolean announced = n % 3 == 2;
        if (closed) {
            rounds.close(secretary, round.id());
        }
        if (announced) {
            sql.sql("UPDATE round SET announced_at = :now WHERE id = :id")
                    .paramSource(SqlParameters.of("now", clock.instant()).and("id", round.id()))
                    .update();
        }
        return new World(rounds.get(secretary, round.id()), said, closed, announced);
    }

    private Said say(Round round, VersionId draft, ProvisionId place, String word) {
        boolean restricted = random.nextBoolean();
        if (random.nextInt(4) == 0) {
            boolean ofUnit = random.nextBoolean();
            NewPoint entered = new NewPoint(
                    draft,
                    ofUnit ? unit.code() : null,
                    ofUnit ? null : people.get(6).id(),
                    CommentKind.EDIT,
                    word,
                    null,
                    SourceKind.LETTER,
                    "",
                    List.of(place),
                    false,
                    restricted);
            PointId id = points.enter(secretary, round.id(), List.of(entered)).getFirst();
            return new Said(id, word, null, ofUnit ? null : people.get(6), ofUnit, restricted, Set.of());
        }
        boolean ofUnit = !restricted && random.nextBoolean();
        Person writer = ofUnit ? people.get(7) : people.get(List.of(2, 4, 5, 6).get(random.nextInt(4)));
        Set<Person> named = restricted ? Set.of(people.get(3), people.get(random.nextInt(3))) : Set.of();
        NewComment words = new NewComment(
                CommentKind.EDIT,
                word,
                null,
                null,
                null,
                null,
                "thay " + word,
                List.of(),
                null,
                ofUnit ? unit.code() : null,
                true,
                named.stream().map(Person::username).toList());
        UUID comment = composing.create(writer, place, words).id().value();
        PointId id = sql.sql("SELECT point_id FROM point_source WHERE comment_id = :id")
                .param("id", comment)
                .query((row, n) -> new PointId(row.getObject("point_id", UUID.class)))
                .single();
        return new Said(id, word, writer, ofUnit ? null : writer, ofUnit, restricted, named);
    }

    private void answer(Said said) {
        int version = points.get(secretary, said.id()).version();
        points.answer(secretary, said.id(), version, Outcome.NOTED, "Ghi nhận", null);
    }

    private void compare(Rule rule, Person person, World world) {
        assertThat(read(person, world))
                .as("%s %s reads", person.roles(), world)
                .isEqualTo(world.said().stream()
                        .filter(said -> rule.reads(person, world, said))
                        .map(Said::word)
                        .collect(Collectors.toSet()));
        if (!person.is(Role.ADMINISTRATOR)) {
            assertThat(found(person, world))
                    .as("%s %s finds", person.roles(), world)
                    .isEqualTo(world.said().stream()
                            .filter(said -> rule.finds(person, world, said))
                            .map(Said::word)
                            .collect(Collectors.toSet()));
        }
        for (String route : List.of("", "/points?size=100", "/consolidation.json", "/replies")) {
            String told = String.valueOf(api.as(person)
                    .get("/api/v1/rounds/" + world.round().id() + route)
                    .body());
            for (Said said : world.said()) {
                boolean inTable = route.startsWith("/consolidation") && said.restricted();
                if (inTable || !rule.reads(person, world, said)) {
                    assertThat(told).as("%s %s", person.roles(), route).doesNotContain(said.word());
                }
            }
        }
    }

    private Set<String> read(Person person, World world) {
        try {
            return points.of(person, world.round().id()).stream()
                    .map(Point::text)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.toSet());
        } catch (Refusal notForThem) {
            return Set.of();
        }
    }

    private Set<String> found(Person person, World world) {
        Map<UUID, String> words = new HashMap<>();
        world.said().forEach(said -> words.put(said.id().value(), said.word()));
        return sql
                .sql("SELECT p.id FROM point p JOIN round r ON r.id = p.round_id WHERE r.id = :round AND "
                        + PointAccess.FOUND)
                .paramSource(PointAccess.parameters(person, clock.instant())
                        .and("round", world.round().id()))
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> Optional.ofNullable(words.get(id)).orElseThrow())
                .collect(Collectors.toSet());
    }
}
