package vn.gopy.consolidation.merged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.gopy.consolidation.merged.PlaceLines.Stretch;
import vn.gopy.consolidation.merged.Wording.Edit;

class WordingTest {

    private static final String NOW = "1. Ban Chỉ đạo họp 3 tháng một lần, khi cần thì họp đột xuất.";

    private static List<Edit> edits(String now, String wanted) {
        return Wording.edits(List.of(new Stretch(4, 0, now.length(), now)), wanted);
    }

    @Test
    void onlyTheWordsThatDifferAreEdited() {
        assertThat(edits(NOW, NOW.replace("3 tháng", "06 tháng")))
                .containsExactly(new Edit(4, NOW.indexOf("3"), NOW.indexOf("3") + 1, "06"));
        assertThat(edits(NOW, NOW.replace("họp đột", "được họp đột")))
                .containsExactly(new Edit(4, NOW.indexOf(" họp đột"), NOW.indexOf(" họp đột"), " được"));
        assertThat(edits(NOW, NOW.replace("  ", " ") + " ")).isEmpty();
    }

    @Test
    void aParagraphMoreComesBehindTheLastLine() {
        assertThat(edits(NOW, NOW + "\nThông báo kết luận gửi trong 05 ngày."))
                .containsExactly(new Edit(4, NOW.length(), NOW.length(), "\nThông báo kết luận gửi trong 05 ngày."));
    }

    @Test
    void theFullStopBeforeAParagraphMoreGoesWithIt() {
        assertThat(edits(NOW, NOW.replace("xuất.", "xuất;\nthành viên báo trước.")))
                .containsExactly(new Edit(4, NOW.length() - 1, NOW.length(), ";\nthành viên báo trước."));
    }

    @Test
    void aLineThatIsNotWantedGoesAsAWhole() {
        List<Stretch> two = List.of(new Stretch(4, 0, 6, "Câu A."), new Stretch(5, 2, 8, "Câu B."));
        assertThat(Wording.edits(two, "Câu A.")).containsExactly(new Edit(5, 2, 8, ""));
    }

    @Test
    void aWordingIsOfTheWholePlaceOrOfTheWordsThatTheOpinionWasAbout() {
        String now = "Ban Chỉ đạo họp 3 tháng một lần, khi cần thì họp đột xuất.";
        assertThat(Wording.target(now, "1.", "3 tháng", "06 tháng"))
                .isEqualTo("Ban Chỉ đạo họp 06 tháng một lần, khi cần thì họp đột xuất.");
        assertThat(Wording.target(now, "1.", null, "1. Ban Chỉ đạo họp hằng tháng."))
                .isEqualTo("Ban Chỉ đạo họp hằng tháng.");
        assertThat(Wording.target(now, "1.", "3 tháng", now.replace("3 tháng", "6 tháng")))
                .isEqualTo(now.replace("3 tháng", "6 tháng"));
        assertThat(Wording.target("Kinh phí", "Điều 12", null, "Điều 12. Kinh phí hoạt động"))
                .isEqualTo("Kinh phí hoạt động");
    }

    @Test
    void wordingsOfTheSameWordsDoNotGoInBoth() {
        List<Edit> first = edits(NOW, NOW.replace("3 tháng", "06 tháng"));
        List<Edit> other = edits(NOW, NOW.replace("3 tháng", "02 tháng"));
        List<Edit> apart = edits(NOW, NOW.replace("đột xuất", "bất thường"));
        assertThat(Wording.beside(first, other)).isEmpty();
        assertThat(Wording.beside(first, first)).contains(List.of());
        assertThat(Wording.beside(first, apart)).contains(apart);
    }

    /** Whatever the two texts, carrying out the edits gives the second, but for white space. */
    @Test
    void carriedOutTheyGiveTheWantedWords() {
        var chance = new Random(20261130);
        for (int round = 0; round < 2_000; round++) {
            List<Stretch> lines = new ArrayList<>();
            for (int n = 0; n <= chance.nextInt(3); n++) {
                String text = words(chance, 1 + chance.nextInt(12));
                lines.add(new Stretch(n, 0, text.length(), text));
            }
            String wanted = chance.nextBoolean()
                    ? words(chance, chance.nextInt(20))
                    : lines.stream()
                            .map(Stretch::text)
                            .collect(Collectors.joining("\n"))
                            .replace("b", "c");
            String done = done(lines, Wording.edits(lines, wanted));
            assertThat(done.replaceAll("\\s+", " ").strip())
                    .as("%s -> %s", lines, wanted)
                    .isEqualTo(wanted.replaceAll("\\s+", " ").strip());
        }
    }

    private static String words(Random chance, int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(n -> List.of("a", "b", "c", "d,", "e.", "(g)").get(chance.nextInt(6)))
                .collect(Collectors.joining(chance.nextInt(4) == 0 ? "\n" : " "));
    }

    private static String done(List<Stretch> lines, List<Edit> edits) {
        return lines.stream()
                .map(line -> {
                    var text = new StringBuilder(line.text());
                    edits.stream()
                            .filter(edit -> edit.block() == line.block())
                            .sorted(Comparator.comparing(Edit::from)
                                    .thenComparing(Edit::to)
                                    .reversed())
                            .forEach(edit -> text.replace(edit.from(), edit.to(), edit.words()));
                    return text.toString();
                })
                .collect(Collectors.joining("\n"));
    }
}
