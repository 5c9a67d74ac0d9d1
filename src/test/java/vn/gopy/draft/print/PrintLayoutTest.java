package vn.gopy.draft.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gopy.draft.print.PrintLayout.Line;
import vn.gopy.draft.print.PrintLayout.Piece;
import vn.gopy.draft.print.PrintText.Paragraph;
import vn.gopy.draft.print.PrintText.Setting;
import vn.gopy.paper.Face;

/** Lines and pages, where every letter is one point wide. */
class PrintLayoutTest {

    private static final int WIDTH = 60;
    private static final int LINES = 5;

    private static Paragraph words(String place, String words) {
        return new Paragraph(place, words, Face.PLAIN, Setting.JUSTIFIED, 0, false, null);
    }

    private static Paragraph heading(String place, String words) {
        return new Paragraph(place, words, Face.BOLD, Setting.CENTRED, 0, true, null);
    }

    private static Paragraph row(String... cells) {
        return new Paragraph("bang", "", Face.PLAIN, Setting.JUSTIFIED, 0, false, List.of(cells));
    }

    private static List<List<Line>> laid(Paragraph... paragraphs) {
        return PrintLayout.of(List.of(paragraphs), (words, face) -> words.length(), WIDTH, LINES);
    }

    private static List<String> said(List<Line> page) {
        return page.stream()
                .map(line -> line.pieces().stream().map(Piece::words).collect(Collectors.joining("|")))
                .toList();
    }

    private static String long_(int words) {
        return IntStream.range(0, words).mapToObj(n -> "chữ" + n % 10).collect(Collectors.joining(" "));
    }

    @Test
    void everyWordStandsInOneLineAndFullLinesReachTheMargin() {
        String words = long_(40);
        List<List<Line>> pages = laid(words("dieu-1", words));
        assertThat(pages.stream().flatMap(page -> said(page).stream()).collect(Collectors.joining(" ")))
                .isEqualTo(words);
        assertThat(pages.getFirst().getFirst().pieces()).singleElement().satisfies(piece -> {
            long gaps = piece.words().chars().filter(letter -> letter == ' ').count();
            assertThat(piece.words().length() + gaps * piece.stretch()).isCloseTo(WIDTH, within());
        });
        assertThat(pages.getFirst()).allSatisfy(line -> assertThat(line.place()).isEqualTo("dieu-1"));
    }

    private static org.assertj.core.data.Offset<Float> within() {
        return org.assertj.core.data.Offset.offset(0.01f);
    }

    @Test
    void aHeadingGoesToTheNextPageWithWhatItHeads() {
        List<List<Line>> pages = laid(
                words("a", "một"),
                words("a", "hai"),
                words("a", "ba"),
                words("a", "bốn"),
                heading("b", "Điều 2"),
                words("b", "lời"));
        assertThat(said(pages.get(0))).containsExactly("một", "hai", "ba", "bốn");
        assertThat(said(pages.get(1))).containsExactly("Điều 2", "lời");
    }

    @Test
    void aRowIsNotSplitAndTheFirstRowIsRepeated() {
        List<List<Line>> pages =
                laid(row("Số", "Nội dung"), row("1", long_(10)), row("2", "ngắn"), row("3", long_(10)));
        assertThat(pages).allSatisfy(page -> assertThat(said(page).getFirst()).isEqualTo("Số|Nội dung"));
        assertThat(pages).allSatisfy(page -> assertThat(page.getLast().last()).isTrue());
        assertThat(pages.stream().flatMap(page -> said(page).stream()).filter(line -> line.startsWith("3|")))
                .hasSize(1);
    }

    @Test
    void aWordWiderThanALineIsBrokenAndNothingIsLost() {
        String dots = ".".repeat(WIDTH * 2 + 7);
        assertThat(laid(words("a", dots)).stream()
                        .flatMap(page -> said(page).stream())
                        .collect(Collectors.joining()))
                .isEqualTo(dots);
    }

    @Test
    void aRowHigherThanAPageGoesOnOnTheNext() {
        List<List<Line>> pages = laid(row("a", "b"), row(long_(60), "x"));
        assertThat(pages.size()).isGreaterThan(2);
        assertThat(pages).allSatisfy(page -> assertThat(page.size()).isLessThanOrEqualTo(LINES));
    }
}
