package vn.gopy.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the lines are and in whatever order: every letter and digit is in exactly one place of the outline. */
class NothingLostTest {

    private static final List<String> LINES = List.of(
            "CHÍNH PHỦ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Số: 12/2026/NĐ-CP",
            "NGHỊ ĐỊNH",
            "QUYẾT ĐỊNH:",
            "QUY CHẾ",
            "(Ban hành kèm theo Quyết định số 1/QĐ-UBND)",
            "Căn cứ Luật số 64/2025/QH15;",
            "Phần thứ nhất",
            "Chương I",
            "Chương II",
            "Chương I",
            "QUY ĐỊNH CHUNG",
            "Mục 1. TỔ CHỨC",
            "Tiểu mục 1",
            "Điều 1. Phạm vi",
            "Điều 2. Sau đây:",
            "Điều 3",
            "Điều 3a. Thêm",
            "Điều 5 của Luật này",
            "1. Khoản một:",
            "2. Khoản hai",
            "3a) Khoản",
            "7. Khoản bảy",
            "1.1. Mục con",
            "2.3 Mục con",
            "a) Điểm a;",
            "b. Điểm b",
            "đ1) Điểm đ1",
            "z) Điểm z",
            "- Gạch đầu dòng",
            "+ Cộng",
            "• Chấm",
            "I. MỤC ĐÍCH",
            "II. YÊU CẦU",
            "A. PHẦN",
            "“Điều 9. Trích dẫn",
            "1. Trong trích dẫn.”.",
            "\"Mở ngoặc thẳng",
            "Phương án 1:",
            "Phương án 2: chọn",
            "PHỤ LỤC I",
            "Phụ lục II",
            "Mẫu số 01",
            "DANH SÁCH",
            "Nơi nhận:",
            "- Như Điều 3;",
            "TM. ỦY BAN NHÂN DÂN",
            "CHỦ TỊCH",
            "Nội dung chi tiết./.",
            "câu viết thường tiếp theo",
            "Một đoạn văn không đánh số.",
            "Điều 1........ 3",
            "________",
            "2025. Năm",
            "1) Một",
            "i) i",
            "V/v góp ý dự thảo",
            "Kính gửi: Sở Tư pháp",
            "(Xem tiếp Công báo số 3)",
            "(1) Chú thích",
            "Luật này được Quốc hội thông qua ngày 1/1/2026");

    @RepeatedTest(200)
    void inRandomTexts(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var blocks = new ArrayList<Block>();
        int length = 5 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            String text = LINES.get(random.nextInt(LINES.size()));
            boolean cell = random.nextInt(8) == 0;
            var look = new Block.Look(0, random.nextInt(4) == 0, false, false, random.nextInt(4) == 0, "", "");
            blocks.add(new Block(
                    i,
                    cell ? Block.Kind.CELL : random.nextInt(30) == 0 ? Block.Kind.FOOTNOTE : Block.Kind.PARAGRAPH,
                    random.nextInt(12) == 0 ? "Điều " + random.nextInt(9) + "." : random.nextInt(12) == 0 ? "•" : "",
                    text,
                    null,
                    look,
                    cell ? new Block.Cell(i / 6, i % 6 / 2, i % 2) : null,
                    0));
        }
        var reading = OutlineFixture.reading(blocks);
        var outline = Outlines.of(reading, "a.docx", null);
        assertThat(OutlineFixture.balance(reading, outline)).containsOnly(0);
        assertThatPathsAreUnique(outline);
    }

    private static void assertThatPathsAreUnique(Outline outline) {
        for (Body body : outline.bodies()) {
            var one = new Outline(
                    1,
                    "",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(body),
                    List.of(),
                    outline.counts(),
                    List.of(),
                    List.of(),
                    null);
            List<String> paths = OutlineFixture.paths(one);
            assertThat(new HashSet<>(paths)).hasSize(paths.size());
        }
    }

    @Test
    void theTestItselfNoticesALoss() {
        var reading = OutlineFixture.reading("Điều 1. Một\nNội dung.");
        var other = Outlines.of(OutlineFixture.reading("Điều 1. Một\nNội dun."), "a", null);
        assertThat(OutlineFixture.balance(reading, other)['g']).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.",
                "Điều 1.",
                "a) ",
                "“",
                "\"",
                "....",
                "A.",
                "I.",
                "Chương I ",
                "- ",
                "(",
                "1.1.",
                "Số: ",
                "ngày tháng ",
                " "
            })
    void aLineOf100000CharactersTakesNoTime(String piece) {
        String line = piece.repeat(100_000 / piece.length());
        var reading = OutlineFixture.reading(
                List.of(Block.paragraph(0, line), Block.paragraph(1, "Điều 1. Một"), Block.paragraph(2, line)));
        Outlines.of(reading, "a.docx", null);
        long start = cpu();
        Outlines.of(reading, "a.docx", null);
        assertThat(Duration.ofNanos(cpu() - start)).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void manyLinesTakeLinearTime() {
        String text = LINES.stream().collect(Collectors.joining("\n")) + "\n";
        Outlines.of(OutlineFixture.reading(text.repeat(50)), "a.docx", null);
        long small = time(text.repeat(200));
        long large = time(text.repeat(1600));
        assertThat(large).isLessThan(Math.max(small, 20_000_000L) * 8 * 4);
    }

    private static long time(String text) {
        Reading reading = OutlineFixture.reading(text);
        long start = cpu();
        Outlines.of(reading, "a.docx", null);
        return cpu() - start;
    }

    /** Processor time of this thread: a busy machine does not spoil it. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
