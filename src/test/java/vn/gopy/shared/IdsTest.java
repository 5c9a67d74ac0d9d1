package vn.gopy.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ids tell in which order things were made, also those of one millisecond. */
class IdsTest {

    @Test
    void laterIdsSortAfterEarlierOnesAsTextAlso() {
        List<String> made = IntStream.range(0, 10_000)
                .mapToObj(n -> Ids.next())
                .map(UUID::toString)
                .toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theyAreOfVersionSevenAndOfNow() {
        long before = System.currentTimeMillis();
        UUID id = Ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 1_000);
    }

    @Test
    void thoseOfManyAtOnceAreDifferent() {
        List<UUID> made = Collections.synchronizedList(new ArrayList<>());
        IntStream.range(0, 10_000).parallel().forEach(n -> made.add(Ids.next()));
        assertThat(made).doesNotHaveDuplicates();
    }
}
