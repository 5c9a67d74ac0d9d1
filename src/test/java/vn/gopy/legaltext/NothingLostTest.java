package vn.gopy.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.ProcessorTime;

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
            "d) Điểm d; đ) Điểm đ; e) Điểm e",
            "Điều 4. Bốn 1. Khoản một",
            "1. Phương án 1: chọn",
            "3.[2] Khoản",
            "Điều 2.1 Hai",
            "Văn bản hợp nhất số 1/VBHN-VPQH",
            "XÁC THỰC VĂN BẢN HỢP NHẤT",
            "Hiệu lực: Còn hiệu lực",
            "Tải file đính kèm",
            "Trên đây là Kế hoạch./.",
            "CHÍNH PHỦ",
            "Đ. PHẦN Đ",
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
            var one = Outline.of(List.of(body), List.of());
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
                "Điều 1.1 ",
                "a) ",
                "; b) X",
                "b) X; c) Y; ",
                ". 2. X",
                "“",
                "“a” ",
                "\"",
                "....",
                "A.",
                "I.",
                "Chương I ",
                "Phương án 1: ",
                "- ",
                "(",
                "[1]",
                "1.1.",
                "Số: ",
                "Số: 1/2020/QĐ-",
                "QĐ-UBND/",
                "của a số 1/",
                "ngày tháng ",
                "ngày 1 tháng 1 năm ",
                "ngày …. tháng ",
                "gồm 1 chương, 1 điều ",
                "DỰ THẢO (",
                "CỘNG HÒA ",
                "TM. ",
                "Căn cứ ",
                "PHỤ LỤC I ",
                "Mẫu số 01/",
                "_",
                "=",
                "|",
                "à",
                " "
            })
    void aLineOf100000CharactersTakesNoTime(String piece) {
        String line = piece.repeat(100_000 / piece.length());
        for (Reading reading : List.of(alone(line), inTheHead(line), inABody(line))) {
            Duration best = time(reading);
            for (int run = 1; run < 5 && best.compareTo(LINE) >= 0; run++) {
                best = Collections.min(List.of(best, time(reading)));
            }
            assertThat(best).isLessThan(LINE);
        }
    }

    /** What one line may cost, however hostile, before the better compiler has seen it: pairs of characters would take minutes. */
    private static final Duration LINE = Duration.ofSeconds(1);

    private static Reading alone(String line) {
        return OutlineFixture.reading(List.of(Block.paragraph(0, line)));
    }

    private static Reading inTheHead(String line) {
        return OutlineFixture.reading(List.of(
                Block.paragraph(0, "CHÍNH PHỦ"),
                Block.paragraph(1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                Block.paragraph(2, line),
                Block.paragraph(3, "QUYẾT ĐỊNH"),
                Block.paragraph(4, "Về việc hợp nhất VBHN"),
                Block.paragraph(5, "Căn cứ Luật;"),
                Block.paragraph(6, "Điều 1. Một")));
    }

    private static Reading inABody(String line) {
        return OutlineFixture.reading(List.of(
                Block.paragraph(0, "Văn bản hợp nhất"),
                Block.paragraph(1, "Điều 1. Một"),
                Block.paragraph(2, "a) Điểm a"),
                Block.paragraph(3, "b) " + line),
                Block.paragraph(4, line),
                Block.paragraph(5, "h) Điểm h"),
                Block.paragraph(6, "2. Khoản hai")));
    }

    @Test
    void manyLinesTakeLinearTime() {
        String text = LINES.stream().collect(Collectors.joining("\n")) + "\n";
        Outlines.of(OutlineFixture.reading(text.repeat(50)), "a.docx", null);
        Duration small = time(OutlineFixture.reading(text.repeat(200)));
        Duration large = time(OutlineFixture.reading(text.repeat(1600)));
        assertThat(large.toNanos()).isLessThan(Math.max(small.toNanos(), 20_000_000L) * 8 * 4);
    }

    private static Duration time(Reading reading) {
        return ProcessorTime.of(() -> Outlines.of(reading, "a.docx", null));
    }
}
