package vn.gopy.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gopy.TestLength;
import vn.gopy.draft.inside.AccessTokens;
import vn.gopy.draft.inside.FoundKind;
import vn.gopy.draft.inside.FoundText;
import vn.gopy.draft.inside.RandomTexts;

/** Every text that a room may hand over gives a document or none, and never an exception: one would stop an index. */
class EverySourceTest {

    private static final Set<String> DOSSIER = Set.of(AccessTokens.EVERYONE, AccessTokens.LEADS);

    static java.util.stream.IntStream seeds() {
        return TestLength.rounds(400, 20_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesADocumentOrNone(int seed) {
        Random random = new Random(seed);
        Set<String> readers = random.nextInt(8) == 0 ? Set.of() : DOSSIER;
        Set<String> own = random.nextInt(8) == 0 ? Set.of() : Set.of(AccessTokens.unit(UUID.randomUUID()));
        FoundKind kind = FoundKind.values()[random.nextInt(FoundKind.values().length)];
        assertThatCode(() -> IndexDocuments.of(kind, text(random, kind == FoundKind.VERSION ? null : own), readers)
                        .ifPresent(document -> assertThat(document.access()).isNotEmpty()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatNobodyMayReadHasNoDocument(int seed) {
        Random random = new Random(seed);
        assertThat(IndexDocuments.of(FoundKind.ANSWER, text(random, Set.of()), DOSSIER))
                .isEmpty();
        assertThat(IndexDocuments.of(FoundKind.VERSION, text(random, null), Set.of()))
                .isEmpty();
    }

    private static FoundText text(Random random, Set<String> readers) {
        UUID thing = UUID.randomUUID();
        return new FoundText(
                random.nextBoolean() ? thing : UUID.randomUUID(),
                thing,
                RandomTexts.text(random),
                RandomTexts.text(random),
                FoundText.lines(RandomTexts.text(random), RandomTexts.perhaps(random)),
                List.of(),
                "SENT",
                RandomTexts.filing(random),
                readers);
    }
}
