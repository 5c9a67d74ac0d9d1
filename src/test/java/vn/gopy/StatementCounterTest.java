package vn.gopy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ear of the tests hears every statement of its own thread and nothing else. */
@IntegrationTest
class StatementCounterTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyStatementIsHeardOnce() {
        assertThat(StatementCounter.statements(() -> {
                    jdbc.sql("SELECT 1").query(Integer.class).single();
                    jdbc.sql("SELECT :n::int")
                            .param("n", 2)
                            .query(Integer.class)
                            .single();
                }))
                .hasSize(2)
                .first()
                .isEqualTo("SELECT 1");
    }

    @Test
    void anotherThreadIsNotHeard() {
        assertThat(StatementCounter.count(() -> {
                    Thread other = Thread.ofVirtual()
                            .start(() ->
                                    jdbc.sql("SELECT 1").query(Integer.class).single());
                    try {
                        other.join();
                    } catch (InterruptedException stopped) {
                        throw new AssertionError(stopped);
                    }
                }))
                .isZero();
    }
}
