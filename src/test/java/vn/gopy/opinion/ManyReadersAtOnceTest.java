package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;

/** Many open one draft in the same moment, and its opinions are long in coming: everybody else goes on. */
@IntegrationTest
class ManyReadersAtOnceTest {

    /** More than there are connections of the database. */
    private static final int READERS = 40;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    Composing composing;

    @Autowired
    ThreadFeeds feeds;

    @Autowired
    DataSource source;

    private Person member;
    private VersionId draft;

    @BeforeEach
    void scene() {
        member = committee.person(Role.MEMBER);
        draft = texts.published(member, committee.dossier(member, Audience.EVERYONE, Discussion.GROUP));
        ProvisionId clause = texts.place(draft, "dieu-2/khoan-1").id();
        composing.create(member, clause, NewComment.of(CommentKind.OTHER, "Cần rõ hơn."));
    }

    @Test
    void whoWaitsForAllOpinionsKeepsNobodyElseFromTheDatabase() throws SQLException {
        var readers = ConcurrentHashMap.<Thread>newKeySet();
        List<CompletableFuture<ThreadFeed>> reading;
        try (Connection holding = source.getConnection();
                Statement lock = holding.createStatement()) {
            holding.setAutoCommit(false);
            lock.execute("LOCK TABLE comment IN ACCESS EXCLUSIVE MODE");
            reading = IntStream.range(0, READERS)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> feeds.of(member, draft, null),
                            read -> readers.add(Thread.ofVirtual().start(read))))
                    .toList();
            await().atMost(60, TimeUnit.SECONDS).until(() -> readers.stream().allMatch(ManyReadersAtOnceTest::waits));

            assertThat(drafts.get(member, draft).id()).isEqualTo(draft);
            assertThat(source.unwrap(HikariDataSource.class)
                            .getHikariPoolMXBean()
                            .getActiveConnections())
                    .as("held for all of them")
                    .isLessThan(READERS / 4);
            holding.rollback();
        }

        assertThat(reading)
                .extracting(CompletableFuture::join)
                .allSatisfy(feed -> assertThat(feed.comments()).hasSize(1));
    }

    private static boolean waits(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING -> true;
            default -> false;
        };
    }

    @Test
    void whetherThereIsNewsIsToldWithoutReadingAllOpinions() {
        List<String> asked = StatementCounter.statements(
                () -> assertThat(feeds.hasNews(member, draft, "")).isTrue());

        assertThat(asked).noneMatch(statement -> statement.contains("FROM comment c JOIN comment m"));

        String mark = feeds.of(member, draft, null).mark();
        assertThat(feeds.hasNews(member, draft, mark)).isFalse();
        ProvisionId clause = texts.place(draft, "dieu-2/khoan-1").id();
        composing.create(member, clause, NewComment.of(CommentKind.OTHER, "Thêm."));
        assertThat(feeds.hasNews(member, draft, mark)).isTrue();
    }
}
