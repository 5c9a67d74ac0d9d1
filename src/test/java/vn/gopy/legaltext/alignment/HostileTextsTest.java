package vn.gopy.legaltext.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gopy.ProcessorTime;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Provision;

/** Texts that nobody would write take no longer than long ones that somebody did. */
class HostileTextsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String STOCK = "Kinh phí thực hiện do ngân sách nhà nước bảo đảm theo quy định.";

    private static Outline outline(List<Provision> provisions) {
        Body body = new Body("QC", null, "", null, "", "", provisions, List.of());
        return Outline.of(List.of(body), List.of());
    }

    private static List<Provision> many(int count, Level level, IntFunction<String> text, List<Provision> below) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i ->
                        new Provision(level, "" + i, "" + i, null, text.apply(i), level + "-" + i, null, null, below))
                .toList();
    }

    private static void alignsInTime(List<Provision> before, List<Provision> after) {
        Duration taken = ProcessorTime.of(() -> {
            Alignment alignment = Alignments.of(outline(before), outline(after));
            assertThat(alignment.ties()).isNotEmpty();
        });
        assertThat(taken).isLessThan(LONG);
    }

    @Test
    void thousandsOfEqualArticles() {
        alignsInTime(
                many(6_000, Level.ARTICLE, i -> STOCK, List.of()), many(5_500, Level.ARTICLE, i -> STOCK, List.of()));
    }

    @Test
    void thousandsOfEqualClausesInOneArticle() {
        alignsInTime(
                many(1, Level.ARTICLE, i -> "", many(6_000, Level.CLAUSE, i -> STOCK, List.of())),
                many(1, Level.ARTICLE, i -> "", many(5_000, Level.CLAUSE, i -> STOCK + " Điều " + i % 7, List.of())));
    }

    @Test
    void thousandsOfChapters() {
        alignsInTime(
                many(5_000, Level.CHAPTER, i -> "QUY ĐỊNH CHUNG", List.of()),
                many(5_500, Level.CHAPTER, i -> "QUY ĐỊNH " + i, List.of()));
    }

    @Test
    void oneEndlessTextThatFellIntoThousandsOfPieces() {
        String words = String.join(
                " ", IntStream.range(0, 300_000).mapToObj(i -> "w" + i % 5_000).toList());
        alignsInTime(
                many(1, Level.ARTICLE, i -> words, List.of()),
                many(
                        1,
                        Level.ARTICLE,
                        i -> "Gồm:",
                        many(10_000, Level.CLAUSE, i -> "w" + i + " w" + (i + 1) + " w7", List.of())));
    }

    @Test
    void equalClausesAreTiedInTheirOrder() {
        Alignment alignment = Alignments.of(
                outline(many(1, Level.ARTICLE, i -> "", many(30, Level.CLAUSE, i -> STOCK, List.of()))),
                outline(many(1, Level.ARTICLE, i -> "", many(30, Level.CLAUSE, i -> STOCK, List.of()))));
        assertThat(alignment.counts()).containsEntry(Tie.Kind.SAME, 31);
    }
}
