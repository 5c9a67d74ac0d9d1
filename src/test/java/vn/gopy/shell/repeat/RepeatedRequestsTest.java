package vn.gopy.shell.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.ApiFixture;
import vn.gopy.ApiFixture.Answer;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.DeedTransactions;

/** A request with a key is done once, whoever dies and however often it comes. */
@IntegrationTest
class RepeatedRequestsTest {

    private static final String BODY = "{\"kind\":\"OTHER\",\"text\":\"Một lần\"}";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    @Autowired
    JdbcClient sql;

    @Autowired
    DeedTransactions transactions;

    @Autowired
    IdempotencyRepository repository;

    @Autowired
    AdjustableClock clock;

    private final String key = UUID.randomUUID().toString();
    private Person owner;
    private Dossier dossier;
    private VersionId draft;
    private String clause;

    @BeforeEach
    void dossier() {
        owner = committee.person(Role.MEMBER);
        dossier = committee.sealed(owner);
        draft = texts.published(owner, dossier);
        clause = "/api/v1/provisions/" + texts.place(draft, "dieu-2/khoan-1").id() + "/comments";
    }

    @Test
    void twelveEqualRequestsAtOnceMakeOneOpinion() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(12);
        Callable<Answer> request = () -> {
            barrier.await();
            return post();
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = threads.invokeAll(
                    IntStream.range(0, 12).mapToObj(n -> request).toList());
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isIn(201, 409);
            }
        }
        assertThat(opinions()).isEqualTo(1);
        assertThat(post().status()).isEqualTo(201);
        assertThat(opinions()).isEqualTo(1);
    }

    @Test
    void aDeedWhoseAnswerCannotBeKeptIsUndone() {
        UUID person = owner.id().value();
        KeptAnswer answer = new KeptAnswer("", "", 201, "", "", "", new byte[0]);
        try (DeedTransactions.Deed deed = transactions.begin(() -> repository.claim(person, key))) {
            assertThat(api.as(owner).post(clause, BODY).status()).isEqualTo(201);
            assertThatThrownBy(() -> deed.commit(() -> {
                        repository.keep(person, key, answer);
                        sql.sql("SELECT pg_terminate_backend(pg_backend_pid())")
                                .query()
                                .listOfRows();
                    }))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(opinions()).isZero();
        assertThat(repository.find(person, key)).isEmpty();
        assertThat(post().status()).isEqualTo(201);
    }

    @Test
    void whatDiesBeforeTheDeedEndsLeavesNothing() {
        try (DeedTransactions.Deed dying = transactions.begin(() -> {})) {
            assertThat(api.as(owner).post(clause, BODY).status()).isEqualTo(201);
        }
        assertThat(opinions()).isZero();
        assertThat(post().status()).isEqualTo(201);
    }

    @Test
    void aSlowRequestElsewhereIsNeverOvertaken() {
        new TransactionTemplate(transactions).executeWithoutResult(slow -> {
            repository.claim(owner.id().value(), key);
            Answer second = elsewhere(this::post);
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.code()).isEqualTo("IN_PROGRESS");
        });
        assertThat(opinions()).isZero();
        assertThat(post().status()).isEqualTo(201);
    }

    @Test
    void aRefusalIsNotKept() {
        Person guest = committee.person(Role.MEMBER);
        Dossier shared = committee.sealed(owner, guest);
        VersionId asked = texts.published(owner, shared);
        Instant closing = clock.instant().plus(Duration.ofHours(1));
        committee.round(asked).asking(owner).closing(closing).open(committee.person(Role.SECRETARIAT));
        String place =
                "/api/v1/provisions/" + texts.place(asked, "dieu-2/khoan-1").id() + "/comments";

        Answer late = clock.at(
                closing.plusSeconds(60), () -> api.as(guest).idempotencyKey(key).post(place, BODY));
        assertThat(late.code()).isEqualTo("ROUND_CLOSED");
        assertThat(api.as(guest).idempotencyKey(key).post(place, BODY).status()).isEqualTo(201);
    }

    @Test
    void whoHasLostTheDossierGetsNoAnswerOutOfThePast() {
        Person guest = committee.person(Role.MEMBER);
        Dossier shared = committee.sealed(owner, guest);
        VersionId asked = texts.published(owner, shared);
        String place =
                "/api/v1/provisions/" + texts.place(asked, "dieu-2/khoan-1").id() + "/comments";
        assertThat(api.as(guest).idempotencyKey(key).post(place, BODY).status()).isEqualTo(201);
        committee.revoke(shared, guest);

        Answer again = api.as(guest).idempotencyKey(key).post(place, BODY);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void whoHasOtherRightsThanThenGetsNoAnswerOutOfThePast() {
        Person staff = committee.in(committee.unit(), UnitRole.STAFF, Role.MEMBER);
        String path = "/api/v1/dossiers";
        String body = "{\"title\":\"Quy chế thử\"}";
        assertThat(api.as(staff).idempotencyKey(key).post(path, body).status()).isEqualTo(201);
        assertThat(api.as(staff).idempotencyKey(key).post(path, body).status()).isEqualTo(201);
        committee.leaveUnits(staff);
        assertThat(api.as(staff).idempotencyKey(key).post(path, body).status()).isEqualTo(404);
    }

    @Test
    void anotherFileUnderTheSameKeyIsAnotherRequest() {
        String path = "/api/v1/dossiers/" + dossier.id() + "/versions";
        byte[] one = text("Điều 1. Mai");
        byte[] other = text("Điều 1. Hai");
        assertThat(other).hasSameSizeAs(one);
        Answer first = api.as(owner).idempotencyKey(key).upload(path, "a.txt", one);
        Answer again = api.as(owner).idempotencyKey(key).upload(path, "a.txt", one);
        assertThat(first.status()).isEqualTo(202);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.response().getHeader("Location"))
                .isEqualTo(first.response().getHeader("Location"));

        Answer changed = api.as(owner).idempotencyKey(key).upload(path, "a.txt", other);
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aKeyThatIsTooLongOrEmptyIsRefused() {
        for (String bad : List.of("k".repeat(201), " ")) {
            Answer answer = api.as(owner).idempotencyKey(bad).post(clause, BODY);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_MALFORMED");
        }
        assertThat(opinions()).isZero();
    }

    @Test
    void theWordsOfAnAnswerAreForgottenAfterADay() {
        assertThat(post().status()).isEqualTo(201);
        repository.purge();
        assertThat(repository.find(owner.id().value(), key)).isPresent();
        clock.at(clock.instant().plus(Duration.ofHours(25)), repository::purge);
        assertThat(repository.find(owner.id().value(), key)).isEmpty();
    }

    private Answer post() {
        return api.as(owner).idempotencyKey(key).post(clause, BODY);
    }

    /** On a thread of its own, as in another process. */
    private static <T> T elsewhere(Callable<T> work) {
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            return thread.submit(work).get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private int opinions() {
        return sql.sql("SELECT count(*) FROM comment WHERE version_id = :id")
                .param("id", draft.value())
                .query(Integer.class)
                .single();
    }

    private static byte[] text(String line) {
        return (line + "\n" + String.join("\n", DraftFixture.REGULATION)).getBytes(StandardCharsets.UTF_8);
    }
}
