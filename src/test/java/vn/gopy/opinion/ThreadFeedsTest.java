package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.draft.Audience.INVITED;
import static vn.gopy.draft.Discussion.GROUP;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.ProcessorTime;
import vn.gopy.StatementCounter;
import vn.gopy.TestLength;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.SqlParameters;

/** A page takes all threads once, and afterwards what is different. */
@IntegrationTest
class ThreadFeedsTest {

    /** What each costs does not depend on how many they are; the time of many is told in a long run. */
    private static final int READERS = TestLength.isLong() ? 60 : 6;

    private static final int OPINIONS = 5_000;
    private static final int WARMING_UP = TestLength.isLong() ? 300 : 0;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Conversation conversation;

    @Autowired
    Rounds rounds;

    @Autowired
    ThreadFeeds feeds;

    @Autowired
    ApiFixture api;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    private Person owner;
    private Person member;
    private Dossier dossier;
    private VersionId draft;
    private ProvisionId clause;

    @BeforeEach
    void scene() {
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        dossier = committee.dossier(owner, INVITED, GROUP, member);
        draft = texts.published(owner, dossier);
        clause = texts.place(draft, "dieu-2/khoan-1").id();
    }

    private Comment said(String words) {
        return composing.create(member, clause, NewComment.of(CommentKind.OTHER, words));
    }

    @Test
    void whoKnowsTheDraftByItsAddressGetsTheSameThreads() {
        said("Ở lại");
        String byAddress = "/app-api/dossiers/" + dossier.id() + "/drafts/1/threads";

        assertThat(api.as(member).get(byAddress).json().path("items"))
                .isNotEmpty()
                .isEqualTo(api.as(member)
                        .get("/app-api/versions/" + draft + "/threads")
                        .json()
                        .path("items"));
        assertThat(api.as(committee.person(Role.MEMBER)).get(byAddress).status())
                .isEqualTo(404);
    }

    /** The feed at a moment at which no transaction, of the index for instance, has run since before the latest change. */
    private ThreadFeed settled() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        ThreadFeed whole = feeds.of(member, draft, null);
        while (!feeds.of(member, draft, whole.mark()).comments().isEmpty()) {
            assertThat(System.nanoTime()).as("something runs on and on").isLessThan(end);
            Thread.onSpinWait();
            whole = feeds.of(member, draft, null);
        }
        return whole;
    }

    @Test
    void whatChangedComesWithItsWholeThreadAndWhatIsGoneByItsId() {
        Comment stays = said("Ở lại");
        Comment answered = said("Được trả lời");
        Comment kept = composing.create(
                member, clause, NewComment.of(CommentKind.OTHER, "Nháp").unsent());
        ThreadFeed whole = settled();
        assertThat(whole.whole()).isTrue();
        assertThat(whole.comments()).extracting(Comment::id).containsExactly(stays.id(), answered.id(), kept.id());

        conversation.reply(owner, answered.id(), "Trả lời");
        composing.delete(member, kept.id(), kept.version());
        ThreadFeed news = feeds.of(member, draft, whole.mark());

        assertThat(news.whole()).isFalse();
        assertThat(news.comments())
                .extracting(Comment::text)
                .contains("Được trả lời", "Trả lời")
                .doesNotContain("Ở lại");
        assertThat(news.vanished()).containsExactly(kept.id());
        assertThat(feeds.of(owner, draft, feeds.of(owner, draft, null).mark()).vanished())
                .as("nobody else learns of a draft that is gone")
                .isEmpty();
    }

    @Test
    void aChangeThatIsCommittedAfterAYoungerOneIsNotMissed() {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        String[] mark = new String[1];
        Comment slow = new TransactionTemplate(transactions).execute(status -> {
            Comment first = said("Chậm");
            apart.executeWithoutResult(other -> said("Nhanh"));
            apart.executeWithoutResult(
                    other -> mark[0] = feeds.of(owner, draft, null).mark());
            return first;
        });
        assertThat(feeds.of(owner, draft, mark[0]).comments())
                .extracting(Comment::id)
                .contains(slow.id());
    }

    @Test
    void aMarkOfSomebodyElseOrOfNobodyGivesEverything() {
        said("Ý kiến");
        String others = feeds.of(member, draft, null).mark();
        for (String mark : List.of(others, "x", "1.2.3", "", others + "0")) {
            assertThat(feeds.of(owner, draft, mark).whole()).as(mark).isTrue();
        }
    }

    @Test
    void aRoundThatClosesGivesTheChairEverything() {
        Person chair = committee.person(Role.CHAIR);
        Person secretary = committee.person(Role.SECRETARIAT);
        Round round = committee.round(draft).asking(member).open(secretary);
        Comment comment = said("Trong đợt");
        String mark = feeds.of(chair, draft, null).mark();
        rounds.close(secretary, round.id());
        assertThat(feeds.of(chair, draft, mark).comments())
                .extracting(Comment::id)
                .containsExactly(comment.id());
    }

    @Test
    void withdrawnNothingOfAnOpinionCanBeReadNotEvenWhatItQuoted() {
        Comment comment = composing.create(
                member, clause, NewComment.of(CommentKind.EDIT, "Bỏ cụm từ").about("trước phiên họp"));
        Comment answer = conversation.reply(owner, comment.id(), "Đồng ý với câu này");
        composing.delete(member, comment.id(), comment.version());

        for (String path :
                List.of("/api/v1/versions/" + draft + "/comments", "/app-api/versions/" + draft + "/threads")) {
            String body = api.as(owner).get(path).json().toString();
            assertThat(body).contains("WITHDRAWN").doesNotContain("trước phiên họp", "Bỏ cụm từ", "Đồng ý với câu này");
        }
        assertThat(api.as(owner)
                        .post("/api/v1/comments/" + answer.id() + "/replies", "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.as(owner)
                        .post("/api/v1/comments/" + comment.id() + "/replies", "{\"text\":\"x\"}")
                        .code())
                .isEqualTo("THREAD_CLOSED");
    }

    @Test
    void openingTheReaderWritesAndLocksNothing() {
        Person secretary = committee.person(Role.SECRETARIAT);
        committee.round(draft).asking(member).open(secretary);
        List<String> statements =
                StatementCounter.statements(() -> api.as(member).get("/app-api/versions/" + draft + "/reader"));
        assertThat(statements)
                .isNotEmpty()
                .noneMatch(one -> one.matches("(?is).*\\b(for share|for update|insert|update|delete)\\b.*"));
    }

    @Test
    void oneOpinionAmongFiveThousandCostsEachOpenReaderLittle() {
        List<Person> readers = IntStream.range(0, READERS)
                .mapToObj(n -> committee.person(Role.MEMBER))
                .toList();
        Dossier large = committee.dossier(owner, INVITED, GROUP, readers.toArray(Person[]::new));
        VersionId version = texts.published(owner, large);
        ProvisionId place = texts.place(version, "dieu-1").id();
        fill(composing.create(
                owner, place, NewComment.of(CommentKind.EDIT, "Đề nghị nói rõ hơn nội dung này. ".repeat(6))));
        String path = "/app-api/versions/" + version + "/threads";
        List<String> marks = new ArrayList<>();
        readers.forEach(reader -> marks.add(feeds.of(reader, version, null).mark()));
        long wholeBytes = api.as(readers.getFirst()).get(path).response().getContentAsByteArray().length;

        for (int n = 0; n < WARMING_UP; n++) {
            api.as(readers.get(n % READERS)).get(path + "?since=" + marks.get(n % READERS));
        }
        composing.create(owner, place, NewComment.of(CommentKind.OTHER, "Ý kiến mới"));
        long bytes = 0;
        int statements = 0;
        long spent = 0;
        for (int n = 0; n < READERS; n++) {
            Person reader = readers.get(n);
            String since = path + "?since=" + marks.get(n);
            ApiFixture.Answer[] answer = new ApiFixture.Answer[1];
            int[] asked = new int[1];
            spent += ProcessorTime.of(() -> asked[0] = StatementCounter.count(
                            () -> answer[0] = api.as(reader).get(since)))
                    .toMillis();
            statements = Math.max(statements, asked[0]);
            JsonNode body = answer[0].json();
            assertThat(body.path("items").size()).isEqualTo(1);
            bytes += answer[0].response().getContentAsByteArray().length;
        }
        long bare = ProcessorTime.of(
                        () -> readers.forEach(reader -> api.as(reader).get("/app-api/notices/unread")))
                .toMillis();
        System.out.printf(
                "One opinion, %d readers: %d bytes, %d ms of processor (%d ms for as many calls that ask for next to"
                        + " nothing), %d statements each (whole: %d bytes each)%n",
                READERS, bytes, spent, bare, statements, wholeBytes);

        assertThat(bytes / READERS).isLessThan(3_333);
        assertThat(statements).isLessThanOrEqualTo(7);
    }

    /** Many opinions like this one. */
    private void fill(Comment like) {
        sql.sql("""
                INSERT INTO comment (id, dossier_id, version_id, provision_id, root_id, kind, text, author_id,
                                     author_name, capacity, state, visibility, created_at, sent_at)
                SELECT made.id, c.dossier_id, c.version_id, c.provision_id, made.id, c.kind, c.text,
                       c.author_id, c.author_name, c.capacity, c.state, c.visibility, c.created_at, c.sent_at
                FROM comment c, (SELECT gen_random_uuid() AS id FROM generate_series(2, :number)) made WHERE c.id = :like
                """)
                .paramSource(SqlParameters.of("like", like.id()).and("number", OPINIONS))
                .update();
    }
}
