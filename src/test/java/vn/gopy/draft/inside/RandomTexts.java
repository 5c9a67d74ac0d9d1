package vn.gopy.draft.inside;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database may hold where words are expected, the unlikely as well. */
public final class RandomTexts {

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

    private RandomTexts() {}

    public static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    public static @Nullable String perhaps(Random random) {
        return random.nextBoolean() ? null : text(random);
    }

    public static @Nullable UUID id(Random random) {
        return random.nextBoolean() ? null : UUID.randomUUID();
    }

    public static Filing filing(Random random) {
        return new Filing(
                UUID.randomUUID(),
                text(random),
                text(random),
                perhaps(random),
                random.nextBoolean(),
                Instant.ofEpochSecond(random.nextLong(4_000_000_000L)));
    }
}
