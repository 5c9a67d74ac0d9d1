package vn.gopy.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gopy.search.engine.EngineAnswer.Count;

/** However many values a facet has, an answer tells a bounded number of them, and always those that somebody needs. */
class ToldFacetsTest {

    private static List<Count> values(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(n -> new Count("v" + n, many - n + 1))
                .toList();
    }

    @Test
    void aHundredAreToldWhole() {
        assertThat(Searches.told(values(100), Set.of())).isEqualTo(values(100));
    }

    @Test
    void ofMoreTheMostFrequentAndThoseWanted() {
        List<Count> told = Searches.told(values(3_000), Set.of("v7", "v2500", "unknown"));
        assertThat(told).hasSize(101).startsWith(values(3_000).subList(0, 100).toArray(Count[]::new));
        assertThat(told.getLast().value()).isEqualTo("v2500");
    }

    @Test
    void thoseWantedStandInOrderHoweverTheyCame() {
        List<Count> shuffled = new ArrayList<>(values(3_000));
        Collections.reverse(shuffled.subList(100, 3_000));
        assertThat(Searches.told(shuffled, Set.of("v2500", "v200")).subList(100, 102))
                .extracting(Count::value)
                .containsExactly("v200", "v2500");
    }
}
