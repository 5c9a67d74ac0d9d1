package vn.gopy.legaltext.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gopy.ProcessorTime;
import vn.gopy.TestLength;

class WordDiffTest {

    private static String shown(String before, String after) {
        return WordDiff.of(before, after).stream().map(WordDiffTest::shown).collect(Collectors.joining());
    }

    private static String shown(Change change) {
        String moved = change.moved() == 0 ? "" : "#" + change.moved() + " ";
        return switch (change.op()) {
            case EQUAL -> change.text();
            case INSERT -> "{+" + moved + change.text() + "+}";
            case DELETE -> "[-" + moved + change.text() + "-]";
        };
    }

    @Test
    void aSyllableIsOneUnit() {
        assertThat(shown("Ủy ban nhân dân huyện", "Ủy ban nhân dân xã")).isEqualTo("Ủy ban nhân dân [-huyện-]{+xã+}");
    }

    @Test
    void aNumberIsOneUnitAndAReferenceChangesInItsNumberAlone() {
        assertThat(shown("mức 1.000.000 đồng", "mức 1.500.000 đồng")).isEqualTo("mức [-1.000.000-]{+1.500.000+} đồng");
        assertThat(shown("khoản 2 Điều 5 Quy chế này", "khoản 2 Điều 6 Quy chế này"))
                .isEqualTo("khoản 2 Điều [-5-]{+6+} Quy chế này");
    }

    @Test
    void aSignIsAUnitOfItsOwn() {
        assertThat(shown("lập, thẩm định;", "lập, thẩm định.")).isEqualTo("lập, thẩm định[-;-]{+.+}");
    }

    @Test
    void wordsThatChangedTheirPlaceAreToldAsMoved() {
        String one = "Sở Tài chính cân đối nguồn kinh phí.";
        String two =
                " Sở Nội vụ theo dõi, đôn đốc việc thực hiện và báo cáo Ủy ban nhân dân tỉnh trước tháng 12 hằng năm.";
        List<Change> changes = WordDiff.of(one + two, two.strip() + " " + one);
        assertThat(changes.stream().filter(change -> change.moved() == 1))
                .extracting(Change::op)
                .containsExactlyInAnyOrder(Change.Op.DELETE, Change.Op.INSERT);
    }

    @Test
    void whatStandsInBothOfTwoListsIsFoundWhereverItStands() {
        List<String> gone = List.of("a", "b", "c", "d", "e", "x", "f", "g", "h", "i", "j");
        List<String> come = List.of("f", "g", "h", "i", "j", "y", "a", "b", "c", "d");

        assertThat(WordDiff.moved(gone, come)).containsExactly(-1, -1, -1, -1, -1, -1, 0, 1, 2, 3, 4);
        assertThat(WordDiff.moved(List.of(), come)).isEmpty();
    }

    @Test
    void twoWordsThatStayedByChanceInARewrittenSentenceAreNotToldApart() {
        assertThat(shown(
                        "Thủ trưởng các đơn vị chịu trách nhiệm thi hành",
                        "Giám đốc sở, ban, ngành chịu sự điều hành chung"))
                .doesNotContain("}chịu ");
    }

    @Test
    void nothingAndWhiteSpaceAreTextsToo() {
        assertThat(WordDiff.of("", "")).isEmpty();
        assertThat(shown("", "Điều 1")).isEqualTo("{+Điều 1+}");
        assertThat(shown("Điều 1", "")).isEqualTo("[-Điều 1-]");
        assertThat(shown("Điều 1", "1")).isEqualTo("[-Điều -]1");
        assertThat(shown("1", "Điều 1")).isEqualTo("{+Điều +}1");
        assertThat(shown("sở ban", "sở, ban")).isEqualTo("sở{+,+} ban");
        assertThat(shown("a", "  ")).isEqualTo("[-a-]");
        assertThat(shown("Điều  1", "Điều 1")).isEqualTo("Điều 1");
    }

    @Test
    void whateverChangesBothTextsCanBeReadFromIt() {
        Random random = new Random(7);
        TestLength.rounds(400, 20_000).forEach(round -> {
            int vocabulary = 2 + random.nextInt(40);
            String before = text(random, random.nextInt(120), vocabulary);
            String after =
                    random.nextBoolean() ? text(random, random.nextInt(120), vocabulary) : edited(before, random);
            List<Change> changes = WordDiff.of(before, after);
            assertThat(side(changes, Change.Op.DELETE).strip().replaceAll(" +", " "))
                    .isEqualTo(before.strip());
            assertThat(side(changes, Change.Op.INSERT)).isEqualTo(after);
            assertThat(changes).noneMatch(change -> change.text().isEmpty());
        });
    }

    /** Words that carry a blank each, so that blanks never differ. */
    private static String text(Random random, int words, int vocabulary) {
        return IntStream.range(0, words)
                .mapToObj(i -> "w" + random.nextInt(vocabulary) + (random.nextInt(9) == 0 ? ", " : " "))
                .collect(Collectors.joining());
    }

    private static String edited(String before, Random random) {
        List<String> words = new ArrayList<>(List.of(before.split("(?<= )")));
        for (int i = 0; i < 5 && !words.isEmpty(); i++) {
            int at = random.nextInt(words.size());
            if (random.nextBoolean()) {
                words.add(random.nextInt(words.size()), words.remove(at));
            } else {
                words.set(at, "w" + random.nextInt(50) + " ");
            }
        }
        return String.join("", words);
    }

    private static String side(List<Change> changes, Change.Op op) {
        return changes.stream()
                .filter(change -> change.op() == op || change.op() == Change.Op.EQUAL)
                .map(Change::text)
                .collect(Collectors.joining());
    }

    @Test
    void theShortestEditIsFound() {
        assertThat(shown("a b c d e f g h", "a c d x e f h")).isEqualTo("a[- b-] c d{+ x+} e f[- g-] h");
    }

    @Test
    void hostileTextsTakeNoLongerThanOthers() {
        Random random = new Random(3);
        String two = text(random, 200_000, 2);
        String other = text(random, 200_000, 2);
        String shuffled = String.join(
                " ",
                IntStream.range(0, 200_000)
                        .mapToObj(i -> "u" + i * 7919 % 200_000)
                        .toList());
        String sorted = String.join(
                " ", IntStream.range(0, 200_000).mapToObj(i -> "u" + i).toList());
        Duration taken = ProcessorTime.of(() -> {
            WordDiff.of(two, other);
            WordDiff.of(sorted, shuffled);
            WordDiff.of("a ".repeat(200_000), "a b ".repeat(100_000));
        });
        assertThat(taken).isLessThan(Duration.ofSeconds(8));
    }
}
