package vn.gopy.shell.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** So many calls a second, ten times as many after a pause, for each asker by itself. */
class AllowancesTest {

    private final AtomicLong now = new AtomicLong();
    private final Allowances allowances = new Allowances(20, 10, now::get);

    private long granted(String asker, int tries) {
        return IntStream.range(0, tries)
                .filter(n -> allowances.take(asker) == 0)
                .count();
    }

    private void pass(double seconds) {
        now.addAndGet((long) (seconds * 1e9));
    }

    @Test
    void aBurstIsTenSecondsWorthAndThenItGoesOnAtTheRate() {
        assertThat(granted("a", 500)).isEqualTo(200);
        pass(1);
        assertThat(granted("a", 500)).isEqualTo(20);
        pass(3600);
        assertThat(granted("a", 500)).isEqualTo(200);
    }

    @Test
    void whoHasNoneLeftIsToldHowLongToWaitAndTheNextCallThenPasses() {
        granted("a", 200);
        assertThat(allowances.take("a")).isEqualTo(1);
        pass(1);
        assertThat(allowances.take("a")).isZero();
    }

    @Test
    void oneAskerTakesNothingFromAnother() {
        granted("a", 500);
        assertThat(granted("b", 500)).isEqualTo(200);
    }

    @Test
    void askersAreForgottenRatherThanKeptWithoutBound() {
        IntStream.range(0, 100_000).forEach(n -> allowances.take("asker " + n));
        assertThat(allowances.remembered()).isLessThanOrEqualTo(20_000);
    }
}
