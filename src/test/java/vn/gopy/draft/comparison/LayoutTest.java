package vn.gopy.draft.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.gopy.draft.comparison.ComparedText.Block;
import vn.gopy.draft.comparison.ComparedText.Row;
import vn.gopy.draft.comparison.ComparedText.Side;
import vn.gopy.draft.comparison.ComparisonJson.Step;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.OutlineFixture;
import vn.gopy.legaltext.alignment.Alignments;
import vn.gopy.shared.Texts;

/** A comparison laid out in blocks, each place where a reader looks for it. */
class LayoutTest {

    private static final String OLD = """
            Chương I
            QUY ĐỊNH CHUNG
            Điều 1. Phạm vi điều chỉnh
            Quy chế này quy định nguyên tắc và chế độ làm việc của Ban Chỉ đạo.
            Điều 2. Phiên họp của Ban Chỉ đạo
            1. Ban Chỉ đạo họp định kỳ sáu tháng một lần và họp đột xuất theo yêu cầu của Trưởng Ban.
            2. Tài liệu phiên họp được gửi đến các thành viên trước ngày họp ít nhất năm ngày làm việc.
            3. Kết luận của người chủ trì được thông báo bằng văn bản kể từ ngày kết thúc phiên họp.
            Điều 3. Hiệu lực thi hành
            Quy chế này có hiệu lực kể từ ngày ký và thay thế quy chế trước đây.
            """;

    private static ComparedText laidOut(String before, String after) {
        Outline old = OutlineFixture.outline(before);
        Outline fresh = OutlineFixture.outline(after);
        return Layout.of(
                ComparisonJson.of(Alignments.of(old, fresh)),
                old,
                fresh,
                new VerdictWords(new Texts(), Texts.VIETNAMESE));
    }

    private static List<String> told(ComparedText text) {
        return text.blocks().stream()
                .map(block -> block.name() + ": " + block.verdict())
                .toList();
    }

    private static Block block(ComparedText text, String id) {
        return text.blocks().stream()
                .filter(block -> block.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block " + id + " in " + told(text)));
    }

    private static String words(List<Step> steps) {
        return steps.stream().map(Step::text).collect(Collectors.joining());
    }

    @Test
    void whatIsTheSameIsToldAsUnchanged() {
        assertThat(laidOut(OLD, OLD).blocks()).hasSize(4).allSatisfy(block -> {
            assertThat(block.changed()).isFalse();
            assertThat(block.verdict()).isEqualTo("Không đổi");
        });
    }

    @Test
    void headingAndTextComeCutAndHoldTheWordsOfBothSides() {
        String after = OLD.replace("Phiên họp của Ban Chỉ đạo", "Phiên họp")
                .replace("Hiệu lực thi hành", "Hiệu lực và trách nhiệm thi hành")
                .replace("kể từ ngày ký và", "từ ngày 01 tháng 01 năm 2027,");
        ComparedText text = laidOut(OLD, after);

        Row effect = block(text, "dieu-3").rows().getFirst();
        Side side = effect.old().getFirst();
        assertThat(words(effect.headingBefore(side))).isEqualTo("Hiệu lực thi hành");
        assertThat(words(effect.headingAfter(side))).isEqualTo("Hiệu lực và trách nhiệm thi hành");
        assertThat(words(effect.textBefore(side)))
                .isEqualTo("Quy chế này có hiệu lực kể từ ngày ký và thay thế quy chế trước đây.");
        assertThat(words(effect.textAfter(side)))
                .isEqualTo("Quy chế này có hiệu lực từ ngày 01 tháng 01 năm 2027, thay thế quy chế trước đây.");
        assertThat(words(block(text, "dieu-2").rows().getFirst().headingBefore(side)))
                .isEqualTo("Phiên họp của Ban Chỉ đạo");
    }

    @Test
    void aClauseThatWentElsewhereStandsThereAndSaysSoWhereItWas() {
        String after = OLD.replace(
                                "3. Kết luận của người chủ trì được thông báo bằng văn bản kể từ ngày kết thúc phiên họp.\n",
                                "")
                        .replace("Điều 3. Hiệu lực thi hành\n", "Điều 3. Hiệu lực thi hành\n1. ")
                + "2. Kết luận của người chủ trì được thông báo bằng văn bản kể từ ngày kết thúc phiên họp.\n";
        ComparedText text = laidOut(OLD, after);

        Row left = block(text, "dieu-2").rows().getLast();
        assertThat(left.away()).isTrue();
        assertThat(left.old().getFirst().name()).isEqualTo("khoản 3 Điều 2");
        assertThat(left.to().id()).isEqualTo("dieu-3/khoan-2");
        Row came = block(text, "dieu-3").rows().getLast();
        assertThat(came.from().id()).isEqualTo(left.id());
        assertThat(came.from().name()).isEqualTo("khoản 3 Điều 2");
    }

    @Test
    void aDroppedArticleIsABlockOfItsOwnThoughItsNumberIsGivenAgain() {
        String after = OLD.replace("""
            Điều 2. Phiên họp của Ban Chỉ đạo
            1. Ban Chỉ đạo họp định kỳ sáu tháng một lần và họp đột xuất theo yêu cầu của Trưởng Ban.
            2. Tài liệu phiên họp được gửi đến các thành viên trước ngày họp ít nhất năm ngày làm việc.
            3. Kết luận của người chủ trì được thông báo bằng văn bản kể từ ngày kết thúc phiên họp.
            Điều 3.""", "Điều 2.");
        ComparedText text = laidOut(OLD, after);

        assertThat(told(text))
                .containsExactlyInAnyOrder("Chương I: Không đổi", "Điều 1: Không đổi", "Điều 2: Bỏ", "Điều 2: Đổi số");
        assertThat(block(text, "cu/dieu-2").rows())
                .hasSize(4)
                .allMatch(row -> row.fresh().isEmpty());
    }

    @Test
    void spellingAloneIsAChangeButNoneOfContent() {
        Block block = block(laidOut(OLD, OLD.replace("thay thế quy chế", "thay thế Quy chế")), "dieu-3");

        assertThat(block.changed()).isTrue();
        assertThat(block.content()).isFalse();
        assertThat(block.verdict()).isEqualTo("Sửa cách viết");
    }

    @Test
    void everyPlaceOfTheComparisonIsShownOnce() {
        String after = OLD.replace("Điều 3.", "Điều 4.")
                .replace("2. Tài liệu phiên họp", "Điều 3. Tài liệu và kết luận\n1. Tài liệu phiên họp")
                .replace("3. Kết luận của", "2. Kết luận của");
        ComparedText text = laidOut(OLD, after);
        List<Row> rows =
                text.blocks().stream().flatMap(block -> block.rows().stream()).toList();

        assertThat(rows.stream().flatMap(row -> row.fresh().stream().map(Side::address)))
                .doesNotHaveDuplicates()
                .contains("dieu-3", "dieu-3/khoan-1", "dieu-3/khoan-2", "dieu-4");
        assertThat(rows.stream()
                        .filter(row -> !row.away())
                        .flatMap(row -> row.old().stream().map(Side::address)))
                .doesNotHaveDuplicates()
                .contains("dieu-2", "dieu-2/khoan-2", "dieu-2/khoan-3", "dieu-3");
        assertThat(text.blocks().stream().map(Block::id)).doesNotHaveDuplicates();
        assertThat(rows.stream().map(Row::id)).doesNotHaveDuplicates();
        assertThat(block(text, "dieu-3").rows().getFirst().id()).isEqualTo("dieu-3");
    }
}
