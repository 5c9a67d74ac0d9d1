package vn.gopy.document.extract.twice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Difference;

class ComparisonTest {

    private static final List<String> TEXT = List.of(
            "Điều 1. Phạm vi điều chỉnh",
            "Quy định này quy định việc quản lý quỹ sáng kiến của cơ quan.",
            "Điều 2. Kinh phí",
            "Mức chi không quá 40 triệu đồng cho một sáng kiến.");

    private static List<Difference> compared(List<String> second) {
        return Comparison.of(TEXT, List.of(), second);
    }

    @Test
    void orderJoinsLineEndsCaseAndSignsAreNoDifference() {
        assertThat(compared(List.of(
                        "ĐIỀU 2.",
                        "Kinh phí Mức chi không quá 40 triệuđồng",
                        "cho một sáng kiến",
                        "Điều 1 – Phạm vi điều chỉnh. Quy định này quy định việc quản lý quỹ sáng",
                        "kiến của cơ quan")))
                .isEmpty();
    }

    @Test
    void lettersThatLookAlikeAreNoDifference() {
        assertThat(Comparison.of(List.of("Người đã bị kết án"), List.of(), List.of("Người \u00F0ã bị kết án")))
                .isEmpty();
    }

    @Test
    void aFurtherWitnessAddsWhatIsNotToldYet() {
        var told = new Difference(Difference.Kind.ONLY_SECOND, "Đề nghị bổ sung đơn vị.", "");
        var same = new Difference(Difference.Kind.ONLY_SECOND, "bổ sung đơn vị", "");
        var other = new Difference(Difference.Kind.ONLY_SECOND, "Kinh phí của năm sau", "");

        assertThat(Comparison.withUntold(List.of(told), List.of(same, other))).containsExactly(told, other);
    }

    @Test
    void aRunThatOnlyTheSecondHasIsFoundWithWhatStandsBeforeIt() {
        assertThat(compared(List.of(
                        TEXT.get(0), TEXT.get(1), "Đề nghị bổ sung đơn vị sự nghiệp.", TEXT.get(2), TEXT.get(3))))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(Difference.Kind.ONLY_SECOND);
                    assertThat(it.words()).isEqualTo("Đề nghị bổ sung đơn vị sự nghiệp.");
                    assertThat(it.before()).endsWith("quỹ sáng kiến của cơ quan.");
                });
    }

    @Test
    void aRunThatStandsElsewhereOnceIsStillLostTheSecondTime() {
        assertThat(compared(List.of(TEXT.get(0), TEXT.get(1), TEXT.get(2), TEXT.get(3), TEXT.get(3))))
                .extracting(Difference::kind, Difference::words)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Difference.Kind.ONLY_SECOND, TEXT.get(3)));
    }

    @Test
    void oneWordCountsOnlyWhenItStandsNowhereElse() {
        assertThat(compared(List.of(TEXT.get(0), TEXT.get(1), TEXT.get(2), TEXT.get(3), "kinh")))
                .isEmpty();
        assertThat(compared(List.of(TEXT.get(0), TEXT.get(1), TEXT.get(2), TEXT.get(3), "40m2")))
                .extracting(Difference::words)
                .containsExactly("40m2");
    }

    @Test
    void cellsInAnotherOrderAreNoDifference() {
        List<String> cells = List.of("TT", "Nhiệm vụ", "1", "Số hóa", "2", "Tập huấn");
        assertThat(Comparison.of(cells, List.of(), List.of("TT", "1", "2", "Nhiệm vụ", "Số hóa", "Tập huấn")))
                .isEmpty();
    }

    @Test
    void whatIsKnownAsideIsNotLost() {
        assertThat(Comparison.of(
                        TEXT,
                        List.of("Công báo số 12 ngày 3 tháng 4", "23"),
                        List.of(
                                "Công báo số 12 ngày 3 tháng 4",
                                TEXT.get(0),
                                TEXT.get(1),
                                TEXT.get(2),
                                TEXT.get(3) + "23")))
                .isEmpty();
    }

    @Test
    void whatTheFirstGivesTwiceAndTheSecondOnceMayBeRepeated() {
        List<String> twice = List.of(TEXT.get(0), TEXT.get(1), TEXT.get(1), TEXT.get(2), TEXT.get(3));
        assertThat(Comparison.of(twice, List.of(), TEXT)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Difference.Kind.MORE_IN_FIRST);
            assertThat(TEXT.get(1)).startsWith(it.words());
        });
    }

    @Test
    void thousandsOfDifferencesEndInTime() {
        var second = new java.util.ArrayList<String>();
        for (int i = 0; i < 20_000; i++) {
            second.add("chỗ" + i + " khác" + i);
        }
        assertThat(compared(second)).hasSizeLessThanOrEqualTo(60);
    }
}
