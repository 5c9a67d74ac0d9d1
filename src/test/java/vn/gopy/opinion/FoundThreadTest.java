package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gopy.TestLength;
import vn.gopy.draft.inside.AccessTokens;
import vn.gopy.draft.inside.RandomTexts;

/** Every thread that the database may hold can be found, and by its author at least, unless it is the unit's. */
class FoundThreadTest {

    static IntStream seeds() {
        return TestLength.rounds(400, 20_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverTheDatabaseHoldsGivesAText(int seed) {
        Random random = new Random(seed);
        FoundThread thread = thread(random);
        assertThat(thread.found().id()).isEqualTo(thread.id());
        assertThat(thread.found().readers()).isNotNull();
        if (thread.state() != CommentState.UNIT_DRAFT) {
            assertThat(thread.found().readers()).contains(AccessTokens.person(thread.authorId()));
        }
    }

    private static FoundThread thread(Random random) {
        Set<UUID> readers = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            readers.add(UUID.randomUUID());
        }
        return new FoundThread(
                UUID.randomUUID(),
                RandomTexts.filing(random),
                RandomTexts.text(random),
                RandomTexts.perhaps(random),
                RandomTexts.text(random),
                RandomTexts.text(random),
                UUID.randomUUID(),
                RandomTexts.id(random),
                CommentState.values()[random.nextInt(3)],
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                readers);
    }
}
