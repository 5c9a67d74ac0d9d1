package vn.gopy.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.search.IndexRebuild.State;
import vn.gopy.search.SearchIndexes;
import vn.gopy.search.SearchWorld;
import vn.gopy.search.engine.IndexEntity;

/** Whoever watches the product sees that the index is not what the database is, and administrators see why. */
@IntegrationTest
class IndexHealthTest {

    @Autowired
    MockMvc http;

    @Autowired
    SearchWorld world;

    @Autowired
    SearchIndexes indexes;

    @Autowired
    IndexKeeper keeper;

    @Autowired
    IndexOutboxRepository outbox;

    @Autowired
    IndexStateRepository state;

    @Autowired
    IndexSources sources;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Person administrator;

    @BeforeEach
    void well() {
        jdbc.sql("DELETE FROM index_dead").update();
        administrator = world.person(Role.ADMINISTRATOR);
        indexes.rebuild(administrator);
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> indexes.status(administrator).rebuild().state() == State.DONE);
        world.settle();
    }

    @AfterEach
    void wellAgain() {
        jdbc.sql("DELETE FROM index_dead").update();
        jdbc.sql("DELETE FROM index_outbox").update();
    }

    @Test
    void anIndexThatIsWhatTheDatabaseIsIsUp() throws Exception {
        assertThat(indexes.status(administrator).troubles()).isEmpty();
        assertThat(indexes.status(administrator).rebuild().at()).isNotNull();
        http.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components.index.status").value("UP"));
    }

    @Test
    void whatIsSetAsideDegradesItAndLeavesTheWholeUp() throws Exception {
        outbox.bury(IndexEntity.THREAD.group(UUID.randomUUID()), "IllegalStateException", clock.instant());

        assertThat(indexes.status(administrator).troubles()).containsExactly("DEAD");
        http.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UP"))
                .andExpect(jsonPath("$.components.index.status").value("DEGRADED"))
                .andExpect(jsonPath("$.components.index.details").doesNotExist());
        http.perform(get("/actuator/health").with(user("a").roles("ADMINISTRATOR")))
                .andExpect(jsonPath("$.components.index.details.reasons[0]").value("DEAD"));
    }

    @Test
    void whatWaitsTooLongDegradesIt() {
        keeper.stop();
        try {
            outbox.add(IndexEntity.THREAD.group(UUID.randomUUID()));
            assertThat(indexes.status(administrator).troubles()).isEmpty();
            jdbc.sql("UPDATE index_outbox SET at = now() - interval '2 minutes'")
                    .update();
            assertThat(indexes.status(administrator).troubles()).containsExactly("LAG");
        } finally {
            keeper.start();
        }
    }

    @Test
    void whatAnEarlierProcessLeftUnfinishedIsDoneAgain() {
        RebuildLog log = new RebuildLog(state, clock, transactions);
        log.say(State.RUNNING, "");
        RebuildLog afterwards = new RebuildLog(state, clock, transactions);
        afterwards.recall();
        assertThat(afterwards.known().state()).isEqualTo(State.ASKED);
        log.say(State.DONE, "");
    }

    /** A round that closed while the product was not running changes who finds what, too. */
    @Test
    void whatTurnedWhileNothingRanIsNoted() {
        keeper.stop();
        try {
            Person owner = world.person(Role.MEMBER);
            Dossier dossier =
                    world.dossier(owner, "Quy chế", Audience.INVITED, Discussion.SEALED, world.person(Role.ADVISER));
            jdbc.sql("DELETE FROM index_outbox").update();
            jdbc.sql("UPDATE dossier_grant SET valid_from = now() - interval '1 hour' WHERE dossier_id = :id")
                    .param("id", dossier.id().value())
                    .update();
            jdbc.sql("UPDATE index_state SET turned_until = now() - interval '1 day'")
                    .update();
            new IndexTurns(sources, outbox, state, clock, transactions).noteSeldom();
            assertThat(outbox.next(1_000))
                    .extracting(IndexOutboxRepository.Row::group)
                    .contains(IndexEntity.DOSSIER.group(dossier.id().value()));
            assertThat(state.turnedUntil().orElseThrow())
                    .isAfter(clock.instant().minus(Duration.ofMinutes(1)));
        } finally {
            keeper.start();
        }
    }
}
