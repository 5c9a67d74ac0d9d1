package vn.gopy.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gopy.search.question.Reordering;

class SecondLookStartTest {

    @Test
    void theStartDoesNotWaitForWhatWasLearned() {
        List<Reordering> started = List.of(reordering(), reordering(), reordering());
        assertThat(started).anyMatch(one -> !one.isReady());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(started).allMatch(Reordering::isReady));
    }

    private static Reordering reordering() {
        return new SearchConfiguration().reordering(new SimpleMeterRegistry());
    }
}
