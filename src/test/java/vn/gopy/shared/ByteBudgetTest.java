package vn.gopy.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.gopy.shared.ByteBudget.Held;

/** What is held in memory at the same time has a bound, and nobody takes all of it. */
class ByteBudgetTest {

    private static final long MB = 1L << 20;

    @Test
    void onePersonCannotTakeTheRoomOfTheOthers() {
        ByteBudget budget = new ByteBudget(400 * MB, Duration.ZERO);
        try (Held two = budget.hold("a", 50 * MB);
                Held three = budget.hold("a", 50 * MB);
                Held other = budget.hold("b", 50 * MB)) {
            assertThat(code(budget, "a", MB)).isEqualTo("UPLOADS_TOO_MANY");
        }
        budget.hold("a", 50 * MB).close();
    }

    @Test
    void everybodyTogetherStaysWithinTheWhole() {
        ByteBudget budget = new ByteBudget(120 * MB, Duration.ZERO);
        try (Held one = budget.hold("a", 50 * MB);
                Held two = budget.hold("b", 50 * MB)) {
            assertThat(code(budget, "c", 50 * MB)).isEqualTo("UPLOADS_BUSY");
            budget.hold("c", 10 * MB).close();
        }
        budget.hold("c", 50 * MB).close();
    }

    @Test
    void whatIsLargerThanEverythingTakesAShareAndNotForEver() {
        ByteBudget budget = new ByteBudget(10 * MB, Duration.ZERO);
        try (Held all = budget.hold("a", 50 * MB)) {
            assertThat(code(budget, "b", MB)).isEqualTo("UPLOADS_BUSY");
        }
        budget.hold("b", MB).close();
    }

    @Test
    void whoWaitsComesInWhenRoomIsGivenBack() throws Exception {
        ByteBudget budget = new ByteBudget(60 * MB, Duration.ofSeconds(20));
        CountDownLatch in = new CountDownLatch(1);
        try (Held first = budget.hold("a", 50 * MB)) {
            Thread.ofVirtual().start(() -> {
                try (Held second = budget.hold("b", 50 * MB)) {
                    in.countDown();
                }
            });
            assertThat(in.await(50, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(in.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static String code(ByteBudget budget, String owner, long bytes) {
        String[] code = new String[1];
        assertThatThrownBy(() -> budget.hold(owner, bytes))
                .isInstanceOfSatisfying(Refusal.class, refusal -> code[0] = refusal.code());
        return code[0];
    }
}
