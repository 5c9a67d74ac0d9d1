package vn.gopy.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void whoCannotHaveAPlaceInTimeIsSentAway() {
        Turns turns = new Turns(1, Duration.ofMillis(10));
        try (Turns.Turn taken = turns.take()) {
            assertThatThrownBy(turns::take)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            busy -> assertThat(busy.kind().status()).isEqualTo(503));
        }
        try (Turns.Turn free = turns.take()) {
            assertThat(free).isNotNull();
        }
    }
}
