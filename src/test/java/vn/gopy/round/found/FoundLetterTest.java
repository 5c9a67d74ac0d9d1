package vn.gopy.round.found;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gopy.TestLength;
import vn.gopy.draft.inside.RandomTexts;

/** Every letter that the database may hold can be found under its number. */
class FoundLetterTest {

    static IntStream seeds() {
        return TestLength.rounds(400, 20_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverTheDatabaseHoldsGivesAText(int seed) {
        Random random = new Random(seed);
        assertThat(letter(random).found().title()).startsWith("Số");
    }

    private static FoundLetter letter(Random random) {
        return new FoundLetter(
                UUID.randomUUID(),
                RandomTexts.filing(random),
                RandomTexts.text(random),
                random.nextBoolean() ? null : LocalDate.of(1 + random.nextInt(9_999), 1, 1),
                RandomTexts.text(random),
                RandomTexts.perhaps(random),
                RandomTexts.id(random),
                RandomTexts.id(random),
                random.nextBoolean(),
                random.nextBoolean());
    }
}
