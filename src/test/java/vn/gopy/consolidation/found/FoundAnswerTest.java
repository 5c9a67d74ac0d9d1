package vn.gopy.consolidation.found;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gopy.TestLength;
import vn.gopy.draft.inside.RandomTexts;

/** Every answered point that the database may hold can be found, and one reported apart in an open round by nobody. */
class FoundAnswerTest {

    static IntStream seeds() {
        return TestLength.rounds(400, 20_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverTheDatabaseHoldsGivesAText(int seed) {
        Random random = new Random(seed);
        FoundAnswer answer = answer(random, random.nextBoolean(), random.nextBoolean());
        assertThat(answer.found().thing()).isEqualTo(answer.groupId());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneReportedApartIsFoundByNobodyWhileTheRoundIsOpen(int seed) {
        assertThat(answer(new Random(seed), true, false).found().readers()).isEmpty();
    }

    private static FoundAnswer answer(Random random, boolean restricted, boolean over) {
        return new FoundAnswer(
                UUID.randomUUID(),
                UUID.randomUUID(),
                RandomTexts.filing(random),
                RandomTexts.text(random),
                RandomTexts.text(random),
                random.nextBoolean() ? "PENDING" : "KEEP",
                RandomTexts.id(random),
                RandomTexts.id(random),
                restricted,
                over,
                over);
    }
}
