package vn.gopy.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gopy.TestLength;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.index.SourceQuery.AnswerSource;
import vn.gopy.search.index.SourceQuery.LetterSource;
import vn.gopy.search.index.SourceQuery.ThreadSource;

/** Every record that the database may hold gives a document or none, and never an exception: one would stop an index. */
class EverySourceTest {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\n",
            "Giữ nguyên",
            "số 15/2020/NĐ-CP",
            "\u0000\uD800\u200B",
            "a".repeat(70_000),
            "Đ\u0301ie\u0302\u0323u",
            "https://vbpl.vn/" + "x/".repeat(5_000));

    private static final Set<String> DOSSIER = Set.of(AccessTokens.EVERYONE, AccessTokens.LEADS);

    static java.util.stream.IntStream seeds() {
        return TestLength.rounds(400, 20_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void giveADocumentOrNone(int seed) {
        Random random = new Random(seed);
        Set<String> readers = random.nextInt(8) == 0 ? Set.of() : DOSSIER;
        assertThatCode(() -> {
                    OpinionDocuments.of(thread(random), readers).ifPresent(EverySourceTest::readableBySomebody);
                    OpinionDocuments.of(answer(random), readers).ifPresent(EverySourceTest::readableBySomebody);
                    OpinionDocuments.of(letter(random), readers).ifPresent(EverySourceTest::readableBySomebody);
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatNobodyMayReadHasNoDocument(int seed) {
        Random random = new Random(seed);
        AnswerSource sealed = new AnswerSource(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Hồ sơ",
                "QC",
                true,
                text(random),
                text(random),
                null,
                id(random),
                null,
                null,
                true,
                false,
                false,
                Instant.EPOCH);
        assertThat(OpinionDocuments.of(sealed, DOSSIER)).isEmpty();
    }

    private static void readableBySomebody(IndexDocument document) {
        assertThat(document.access()).isNotEmpty();
    }

    private static ThreadSource thread(Random random) {
        Set<UUID> readers = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            readers.add(UUID.randomUUID());
        }
        return new ThreadSource(
                UUID.randomUUID(),
                UUID.randomUUID(),
                text(random),
                text(random),
                random.nextBoolean(),
                text(random),
                random.nextBoolean() ? null : text(random),
                text(random),
                text(random),
                UUID.randomUUID(),
                id(random),
                random.nextBoolean() ? null : text(random),
                List.of("UNSENT", "UNIT_DRAFT", "SENT").get(random.nextInt(3)),
                List.of("GROUP", "SECRETARIAT", "").get(random.nextInt(3)),
                random.nextBoolean(),
                random.nextBoolean(),
                readers,
                Instant.ofEpochSecond(random.nextLong(4_000_000_000L)));
    }

    private static AnswerSource answer(Random random) {
        return new AnswerSource(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                text(random),
                text(random),
                random.nextBoolean(),
                text(random),
                text(random),
                random.nextBoolean() ? null : "KEEP",
                id(random),
                id(random),
                random.nextBoolean() ? null : text(random),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                Instant.EPOCH);
    }

    private static LetterSource letter(Random random) {
        return new LetterSource(
                UUID.randomUUID(),
                UUID.randomUUID(),
                text(random),
                text(random),
                random.nextBoolean(),
                text(random),
                random.nextBoolean() ? null : LocalDate.of(1 + random.nextInt(9_999), 1, 1),
                text(random),
                random.nextBoolean() ? null : text(random),
                id(random),
                id(random),
                random.nextBoolean() ? null : text(random),
                random.nextBoolean(),
                random.nextBoolean(),
                Instant.EPOCH);
    }

    private static @Nullable UUID id(Random random) {
        return random.nextBoolean() ? null : UUID.randomUUID();
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
