package vn.gopy.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;

@IntegrationTest
class LateWritesTest {

    private static final String ADD =
            "INSERT INTO index_dead (entity, id, error, at) VALUES (:test, :id, :error, now())";

    @Autowired
    LateWrites late;

    @Autowired
    DeedTransactions transactions;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    JdbcClient jdbc;

    private final String test = "LATE-" + UUID.randomUUID();

    @AfterEach
    void nothingIsLeftThatNoIndexKnows() {
        jdbc.sql("DELETE FROM index_dead WHERE entity = :test")
                .param("test", test)
                .update();
    }

    @Test
    void waitForTheEndAndGoTogetherInTheirOrder() {
        List<String> sent = StatementCounter.statements(() -> in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            add("one");
            add("two");
            late.add("UPDATE index_dead SET error = error || '!' WHERE entity = :test", SqlParameters.of("test", test));
            add("three");
        }));

        assertThat(sent).hasSize(1);
        assertThat(written()).containsExactlyInAnyOrder("one!", "two!", "three");
    }

    @Test
    void areThereForWhateverIsAskedInTheirTransaction() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            add("one");
            assertThat(written()).containsExactly("one");
            add("two");
        });

        assertThat(written()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void moreThanFitOneMessageAreAllWritten() {
        in(
                TransactionDefinition.PROPAGATION_REQUIRED,
                () -> IntStream.range(0, 50).forEach(n -> add(Integer.toString(n))));

        assertThat(written()).hasSize(50);
    }

    @Test
    void areWrittenAtOnceWhereNoTransactionRuns() {
        add("at once");
        assertThat(written()).containsExactly("at once");

        in(TransactionDefinition.PROPAGATION_SUPPORTS, () -> {
            add("as well");
            assertThat(written()).containsExactlyInAnyOrder("at once", "as well");
        });
    }

    @Test
    void areUndoneWithTheirTransaction() {
        assertThatThrownBy(() -> in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
                    add("undone");
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(written()).isEmpty();
    }

    @Test
    void whatIsUndoneInsideLeavesTheRest() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            add("before");
            assertThatThrownBy(() -> in(TransactionDefinition.PROPAGATION_NESTED, () -> {
                        add("undone");
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            in(TransactionDefinition.PROPAGATION_NESTED, () -> add("inside"));
            add("behind");
        });

        assertThat(written()).containsExactlyInAnyOrder("before", "inside", "behind");
    }

    @Test
    void thoseOfATransactionOfItsOwnAreNotThoseOfTheOneAround() {
        assertThatThrownBy(() -> in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
                    add("around");
                    in(TransactionDefinition.PROPAGATION_REQUIRES_NEW, () -> add("own"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(written()).containsExactly("own");
    }

    @Test
    void aRefusalIsThrownAsTheUseCaseEnds() {
        assertThatThrownBy(() -> in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
                    add("undone");
                    add(null);
                }))
                .isInstanceOf(DataAccessException.class);

        assertThat(written()).isEmpty();
    }

    @Test
    void withinADeedAsWell() {
        try (DeedTransactions.Deed deed = transactions.begin(() -> {})) {
            assertThatThrownBy(() -> in(TransactionDefinition.PROPAGATION_REQUIRED, () -> add(null)))
                    .as("before an answer is given that would have to be taken back")
                    .isInstanceOf(DataAccessException.class);
            assertThat(deed.commit(() -> {})).isFalse();
        }
        try (DeedTransactions.Deed deed = transactions.begin(() -> {})) {
            in(TransactionDefinition.PROPAGATION_REQUIRED, () -> add("first"));
            in(TransactionDefinition.PROPAGATION_REQUIRED, () -> add("joined"));
            assertThat(deed.commit(() -> add("last"))).isTrue();
        }

        assertThat(written()).containsExactlyInAnyOrder("first", "joined", "last");
    }

    private void in(int propagation, Runnable work) {
        TransactionTemplate transaction = new TransactionTemplate(manager);
        transaction.setPropagationBehavior(propagation);
        transaction.executeWithoutResult(status -> work.run());
    }

    private void add(String error) {
        late.add(
                ADD, SqlParameters.of("test", test).and("id", UUID.randomUUID()).and("error", error));
    }

    private List<String> written() {
        return jdbc.sql("SELECT error FROM index_dead WHERE entity = :test")
                .param("test", test)
                .query(String.class)
                .list();
    }
}
