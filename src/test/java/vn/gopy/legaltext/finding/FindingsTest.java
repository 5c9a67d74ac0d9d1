package vn.gopy.legaltext.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.legaltext.OutlineFixture.outline;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gopy.legaltext.InWords;
import vn.gopy.legaltext.Warning;

class FindingsTest {

    private static final String HEAD = """
            ỦY BAN NHÂN DÂN
            TỈNH THÁI NGUYÊN
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Số: 12/2026/QĐ-UBND
            Thái Nguyên, ngày 05 tháng 3 năm 2026
            QUYẾT ĐỊNH
            Ban hành Quy chế làm việc
            Căn cứ Luật số 72/2025/QH15;
            """;

    private static final String REGULATION = """
            Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc gồm 02 Chương, 03 Điều.
            Điều 2. Quyết định có hiệu lực từ ngày ký./.
            Nơi nhận:
            - Lưu: VT.
            TM. ỦY BAN NHÂN DÂN
            QUY CHẾ
            Làm việc
            (Ban hành kèm theo Quyết định số 12/2026/QĐ-UBND ngày 05/3/2026)
            Chương I
            QUY ĐỊNH CHUNG
            Điều 1. Phạm vi
            X.
            Chương II
            ĐIỀU KHOẢN THI HÀNH
            Điều 2. Hiệu lực
            X.
            """;

    private static List<Warning> of(String text, Warning.Code code) {
        return outline(text).warnings().stream().filter(it -> it.code() == code).toList();
    }

    @Nested
    class StatedNumbers {

        @Test
        void ofTheTextIssuedWithThisOne() {
            assertThat(of(HEAD + REGULATION, Warning.Code.ARTICLE_COUNT_DIFFERS))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.path()).isEqualTo("QD/dieu-1");
                        assertThat(InWords.of(it)).contains("2 chương, 2 điều");
                    });
            assertThat(of(
                            HEAD + REGULATION.replace("02 Chương, 03 Điều", "02 chương và 02 điều"),
                            Warning.Code.ARTICLE_COUNT_DIFFERS))
                    .isEmpty();
        }

        @Test
        void ofThisTextItself() {
            String law = HEAD + "Chương I\nCHUNG\nĐiều 1. Một\nQuy chế này gồm 17 Chương, 175 Điều.\nĐiều 2. Hai\nX.";
            assertThat(of(law, Warning.Code.ARTICLE_COUNT_DIFFERS)).hasSize(1);
        }

        @Test
        void ofAnotherTextMeanNothing() {
            String other = HEAD + "Chương I\nCHUNG\nĐiều 1. Một\nBộ luật Lao động có 17 chương, 220 điều.";
            assertThat(of(other, Warning.Code.ARTICLE_COUNT_DIFFERS)).isEmpty();
        }
    }

    @Nested
    class MissingTitles {

        private static final String TITLED = "Điều 1. Một\nX.\nĐiều 2. Hai\nX.\nĐiều 3. Ba\nX.\nĐiều 4. Bốn\nX.\n";

        @Test
        void whereTheSiblingsHaveOne() {
            assertThat(of(HEAD + TITLED + "Điều 5. Quyết định này có hiệu lực.", Warning.Code.HEADING_MISSING))
                    .extracting(Warning::path)
                    .containsExactly("dieu-5");
        }

        @Test
        void areNoneInAShortDecision() {
            assertThat(of(HEAD + "Điều 1. Phê duyệt đề án.\nĐiều 2. Có hiệu lực.", Warning.Code.HEADING_MISSING))
                    .isEmpty();
        }

        @Test
        void areNoneOfARepealedArticle() {
            assertThat(of(HEAD + TITLED + "Điều 5. (được bãi bỏ)", Warning.Code.HEADING_MISSING))
                    .isEmpty();
        }

        @Test
        void ofAChapter() {
            assertThat(of(HEAD + "Chương I\nĐiều 1. Một\nX.", Warning.Code.HEADING_MISSING))
                    .extracting(Warning::path)
                    .containsExactly("chuong-1");
        }
    }

    @Nested
    class Form {

        private static final String END = "Điều 1. Một.\nĐiều 2. Hai./.\nNơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN";

        @Test
        void nothingAboutAGoodFirstPage() {
            assertThat(outline(HEAD + END).warnings()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "CHỦ NGHĨA VIỆT NAM | CHỦ NGHIÃ VIỆT NAM | FORM_NATION",
                    "Độc lập - Tự do - Hạnh phúc | Độc lập-Tự do-Hạnh phúc | FORM_MOTTO",
                    "Số: 12/2026/QĐ-UBND | Số: 5/2026/QĐ-UBND | FORM_NUMBER",
                    "Số: 12/2026/QĐ-UBND | Số: 12/2026/NQ-UBND | FORM_NUMBER",
                    "Số: 12/2026/QĐ-UBND | Số: l2/2026/QĐ-UBND | OCR",
                    "ngày 05 tháng 3 | ngày 5 tháng 3 | FORM_DATE",
                    "tháng 3 năm | tháng 2 năm | FORM_DATE",
                    "'Thái Nguyên, ngày' | ngày | FORM_DATE"
                })
        void whatNghiDinh30AsksFor(String right, String wrong, Warning.Code code) {
            assertThat(of(HEAD.replace(right, wrong) + END, code)).isNotEmpty();
        }

        @Test
        void recipientsAndNumberMayBeMissing() {
            assertThat(of(HEAD + END.replace("Nơi nhận:\n- Lưu: VT.\n", ""), Warning.Code.FORM_RECIPIENTS))
                    .extracting(Warning::path)
                    .containsExactly("phan-cuoi");
            assertThat(of(HEAD.replace("Số: 12/2026/QĐ-UBND\n", "") + END, Warning.Code.FORM_NUMBER))
                    .extracting(Warning::path)
                    .containsExactly("phan-dau");
        }

        @Test
        void blankNumbersOfDraftsAreNoFault() {
            assertThat(outline(HEAD.replace("Số: 12/", "Số:      /")
                                            .replace("ngày 05 tháng 3 năm", "ngày      tháng     năm")
                                    + END)
                            .warnings())
                    .isEmpty();
        }

        @Test
        void aLetterHasItsDateBelowItsSubject() {
            assertThat(outline(
                                    "SỞ TƯ PHÁP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/STP-VB\n"
                                            + "V/v góp ý dự thảo\nThái Nguyên, ngày 16 tháng 11 năm 2026\nKính gửi: Văn phòng\n"
                                            + "1. Một.\n2. Hai./.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC")
                            .warnings())
                    .isEmpty();
        }

        @Test
        void textsOfThePartyHaveOtherRules() {
            assertThat(outline(
                                    "TỈNH ỦY THÁI NGUYÊN\nSố 5-QĐ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nQUYẾT ĐỊNH\nvề việc này\nĐiều 1. Một.")
                            .warnings())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1. A.~2. B.~5. C.~6. D.       | Thiếu số 3, 4 trước số 5
                    a) A;~b) B;~e) C;~g) D.       | Thiếu điểm c, d, đ trước điểm e
                    c) A;~d) B;~đ) C.             | Thiếu điểm a, b trước điểm c
                    1. A.~2. B.~2. C.~3. D.       | Có hai số 2
                    """)
    void remarksAboutNumbersSayWhatIsMissing(String list, String message) {
        assertThat(outline(HEAD + "Điều 1. Một\nGồm:\n" + list.replace('~', '\n') + "\nĐiều 2. Hai\nX.")
                        .warnings())
                .extracting(InWords::of)
                .contains(message);
    }

    @Test
    void aMissingArticleIsNamedAndSoIsALongRun() {
        String text = HEAD + "Điều 1. Một\nX.\nĐiều %d. Hai\nX.\nĐiều %d. Ba\nX.";
        assertThat(of(text.formatted(4, 5), Warning.Code.NUMBER_GAP))
                .extracting(InWords::of)
                .containsExactly("Thiếu Điều 2, 3 trước Điều 4");
        assertThat(of(text.formatted(11, 12), Warning.Code.NUMBER_GAP))
                .extracting(InWords::of)
                .containsExactly("Thiếu Điều 2 đến 10 trước Điều 11");
    }

    @Test
    void pathsNameTheirBodyWhereThereAreSeveral() {
        assertThat(of(HEAD + REGULATION.replace("Điều 2. Hiệu lực", "Điều 4. Hiệu lực"), Warning.Code.NUMBER_GAP))
                .extracting(Warning::path)
                .containsExactly("QC/dieu-4");
    }
}
