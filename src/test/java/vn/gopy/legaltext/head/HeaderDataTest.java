package vn.gopy.legaltext.head;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.legaltext.OutlineFixture.outline;
import static vn.gopy.legaltext.OutlineFixture.reading;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Regime;
import vn.gopy.legaltext.Warning;

class HeaderDataTest {

    private static String head(String issuer, String number) {
        return issuer + "\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n" + number
                + "\nThái Nguyên, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\nVề việc ban hành Quy chế\n"
                + "Căn cứ Luật số 72/2025/QH15;\nĐiều 1. Ban hành Quy chế.\nĐiều 2. Hiệu lực từ ngày ký.";
    }

    @Test
    void aLetterIsToldByWhomItAddressesAndAMisreadNumberIsToBeLookedAt() {
        var letter =
                outline("SỞ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 2l6/SNV-CCHC\n"
                        + "Đông Hải, ngày 05 tháng 11 năm 2026\nV/v tham gia ý kiến dự thảo Kế hoạch\n"
                        + "Kính gửi: Sở Tư pháp\nSở Nội vụ nhất trí với dự thảo.\nNơi nhận:\n- Như trên.");
        assertThat(letter.type()).isEqualTo("CV");
        assertThat(letter.number()).isEqualTo("216/SNV-CCHC");
        assertThat(letter.title()).isEqualTo("V/v tham gia ý kiến dự thảo Kế hoạch");
        assertThat(letter.warnings()).extracting(Warning::code).contains(Warning.Code.OCR);
    }

    @Test
    void whatStandsInTheOtherHalfOfALettersPageIsItsHeadAlsoBehindVv() {
        String head = "SỞ NỘI VỤ\nSố: 216/SNV-CCHC\n";
        String about = "V/v tham gia ý kiến dự thảo Kế hoạch năm 2027\n";
        String other = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
                + "Đông Hải, ngày 05 tháng 11 năm 2026\n";
        for (String list : List.of("", "1. Nhất trí với dự thảo.\n2. Đề nghị bổ sung kinh phí.\n")) {
            var letter = outline(head + about + other + "Kính gửi: Sở Tư pháp\nSở Nội vụ có ý kiến như sau:\n" + list
                    + "Nơi nhận:\n- Như trên.");

            assertThat(letter.title()).isEqualTo("V/v tham gia ý kiến dự thảo Kế hoạch năm 2027");
            assertThat(letter.bodies().getFirst().head()).isEqualTo((head + other).strip());
            assertThat(letter.bodies().getFirst().preamble()).startsWith("Kính gửi: Sở Tư pháp");
            assertThat(letter.issuedOn()).hasToString("2026-11-05");
            assertThat(letter.type()).isEqualTo("CV");
            assertThat(letter.warnings()).extracting(Warning::code).doesNotContain(Warning.Code.FORM_NATION);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ỦY BAN NHÂN DÂN / THÀNH PHỐ HÀ NỘI | Ủy ban nhân dân thành phố Hà Nội",
                "UỶ BAN NHÂN DÂN / TỈNH CÀ MAU | Ủy ban nhân dân tỉnh Cà Mau",
                "HỘI ĐỒNG NHÂN DÂN / TỈNH THÁI NGUYÊN / KHÓA XIV, KỲ HỌP THỨ 5 | Hội đồng nhân dân tỉnh Thái Nguyên",
                "UBND TỈNH THÁI NGUYÊN / SỞ KHOA HỌC VÀ CÔNG NGHỆ | Sở Khoa học và Công nghệ",
                "THỦ TƯỚNG CHÍNH PHỦ | Thủ tướng Chính phủ",
                "CHÍNH PHỦ | Chính phủ",
                "BỘ NÔNG NGHIỆP VÀ / MÔI TRƯỜNG | Bộ Nông nghiệp và Môi trường",
                "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH | Bộ Văn hóa, Thể thao và Du lịch",
                "BỘ TÀI CHÍNH | Bộ Tài chính",
                "HỘI ĐỒNG THẨM PHÁN / TÒA ÁN NHÂN DÂN TỐI CAO | Hội đồng Thẩm phán Tòa án nhân dân tối cao",
                "ỦY BAN THƯỜNG VỤ QUỐC HỘI | Ủy ban Thường vụ Quốc hội",
                "TỈNH ỦY THÁI NGUYÊN | Tỉnh ủy Thái Nguyên",
                "TỈNH ỦY THÁI NGUYÊN / VĂN PHÒNG | Văn phòng Tỉnh ủy Thái Nguyên",
                "BAN CHẤP HÀNH TRUNG ƯƠNG / VĂN PHÒNG | Văn phòng Trung ương Đảng",
                "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM / TỈNH THÁI NGUYÊN | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Thái Nguyên",
                "ỦY BAN NHÂN DÂN / XÃ BÌNH SƠN | Ủy ban nhân dân xã Bình Sơn",
                "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM | Ngân hàng Nhà nước Việt Nam"
            })
    void issuersInOfficialSpelling(String printed, String official) {
        assertThat(outline(head(printed.replace(" / ", "\n"), "Số: 12/2026/QĐ-UBND"))
                        .issuer())
                .isEqualTo(official);
    }

    @Test
    void theCellsOfTheHeaderMayBeReadByRows() {
        assertThat(outline(
                                "ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH AN GIANG\nĐộc lập - Tự do - Hạnh phúc\nSố: 5/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc này\nĐiều 1. Một.")
                        .issuer())
                .isEqualTo("Ủy ban nhân dân tỉnh An Giang");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Số: 522/2002/QĐ.UB | 522/2002/QĐ-UB",
                "Số: 318/TTrCAT-PC04 | 318/TTr-CAT-PC04",
                "Số: 1911/-BQLKKT-VP | 1911/BQLKKT-VP",
                "Số: 66.19/2026/NQ-CP | 66.19/2026/NQ-CP",
                "Số: 30c/NQ-CP | 30c/NQ-CP"
            })
    void dirtyNumbers(String printed, String canonical) {
        assertThat(outline(head("CHÍNH PHỦ", printed)).number()).isEqualTo(canonical);
    }

    @Nested
    class DraftLabels {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "DỰ THẢO LẦN 2 | DỰ THẢO LẦN 2",
                    "Dự thảo lần thứ 3 | Dự thảo lần thứ 3",
                    "DỰ THẢO | DỰ THẢO",
                    "DỰ THẢO 2 | DỰ THẢO 2",
                    "Dự thảo 2 (ngày 15/10/2026) | Dự thảo 2 (ngày 15/10/2026)",
                    "DỰ THẢO NGÀY 15.10.2026 | DỰ THẢO NGÀY 15.10.2026"
                })
        void onALineOfTheirOwn(String printed, String label) {
            assertThat(outline(printed + "\n" + head("CHÍNH PHỦ", "Số:      /2026/QĐ-TTg"))
                            .draftLabel())
                    .isEqualTo(label);
        }

        @Test
        void gluedToABlankNumber() {
            var outline = outline(head("ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN", "Số:       /KH-UBNDDỰ THẢO LẦN 2"));
            assertThat(outline.draftLabel()).isEqualTo("DỰ THẢO LẦN 2");
            assertThat(outline.number()).isNull();
            assertThat(outline.type()).isEqualTo("KH");
        }

        @Test
        void ofTheFileNameOnlyWhereTheTextIsSilent() {
            var silent = Outlines.of(
                    reading(head("CHÍNH PHỦ", "Số:      /2026/QĐ-TTg")), "Du thao 2 QD thanh lap.docx", null);
            assertThat(silent.draftLabel()).isEqualTo("Dự thảo lần 2");
            assertThat(silent.warnings()).extracting(Warning::code).contains(Warning.Code.FROM_FILE_NAME);
            var said = Outlines.of(
                    reading("DỰ THẢO LẦN 1\n" + head("CHÍNH PHỦ", "Số:      /2026/QĐ-TTg")), "Du thao 2.docx", null);
            assertThat(said.draftLabel()).isEqualTo("DỰ THẢO LẦN 1");
            assertThat(said.warnings()).extracting(Warning::code).doesNotContain(Warning.Code.FROM_FILE_NAME);
        }
    }

    @Test
    void aBlankNumberStaysBlankWhateverTheFileIsCalled() {
        var outline = Outlines.of(reading(head("CHÍNH PHỦ", "Số:      /2026/QĐ-TTg")), "15-2026-QĐ-TTg.docx", null);
        assertThat(outline.number()).isNull();
    }

    @Test
    void aNumberThatTheTextDoesNotHaveComesFromTheFileName() {
        String silent = "CHÍNH PHỦ\nQUYẾT ĐỊNH\nVề việc này\nCăn cứ Luật số 1;\nĐiều 1. Một.";
        var outline = Outlines.of(reading(silent), "qd/15-2010-QD-UBND.doc", null);
        assertThat(outline.number()).isEqualTo("15/2010/QĐ-UBND");
        assertThat(outline.warnings()).extracting(Warning::code).contains(Warning.Code.FROM_FILE_NAME);
    }

    @Nested
    class Titles {

        @Test
        void endBeforeTheAuthorityThatDecides() {
            var outline = outline(head("ỦY BAN NHÂN DÂN\nTỈNH NAM ĐỊNH", "Số: 12/2026/QĐ-UBND")
                    .replace("Căn cứ Luật", "ỦY BAN NHÂN DÂN\nTỈNH NAM ĐỊNH\nCăn cứ Luật"));
            assertThat(outline.title()).isEqualTo("Về việc ban hành Quy chế");
            assertThat(outline.bodies().getFirst().preamble()).startsWith("ỦY BAN NHÂN DÂN\nTỈNH NAM ĐỊNH");
        }

        @Test
        void keepABodyThatTheySpeakOf() {
            var outline = outline(head("CHÍNH PHỦ", "Số: 12/2026/QĐ-TTg")
                    .replace("Về việc ban hành Quy chế", "VỀ VIỆC BAN HÀNH QUY CHẾ CỦA\nỦY BAN NHÂN DÂN TỈNH"));
            assertThat(outline.title()).isEqualTo("VỀ VIỆC BAN HÀNH QUY CHẾ CỦA ỦY BAN NHÂN DÂN TỈNH");
        }

        @Test
        void stand() {
            var outline = outline("""
                    CHÍNH PHỦ
                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                    Độc lập - Tự do - Hạnh phúc
                    Số : 100/2004/NĐ-CP
                    Hà Nội, ngày 25 tháng 02 năm 2004
                    Quy định về xử phạt vi phạm hành chính trong lĩnh vực thuế
                    Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;
                    NGHỊ ĐỊNH :
                    Điều 1. Phạm vi
                    X.
                    """);
            assertThat(outline.title()).isEqualTo("Quy định về xử phạt vi phạm hành chính trong lĩnh vực thuế");
            assertThat(outline.bodies().getFirst().type()).isEqualTo("Nghị định");
        }

        @Test
        void inSmallLettersAfterAConversion() {
            var outline = outline("""
                    Chính phủ
                    SỐ: 28 /2003/NĐ-CP
                    Cộng hoà xã hội chủ nghĩa việt nam
                    Độc lập - Tự do - Hạnh phúc
                    Hà Nội, ngày 31 tháng 3 năm 2003
                    Nghị định của chính phủ
                    Quy định việc phát hành công trái
                    năm 2003
                    Chính phủ
                    Căn cứ Luật Tổ chức Chính phủ;
                    Điều 1. Mục đích
                    X.
                    """);
            assertThat(outline.title()).isEqualTo("Nghị định của chính phủ Quy định việc phát hành công trái năm 2003");
            assertThat(outline.issuer()).isEqualTo("Chính phủ");
            assertThat(outline.issuedOn()).isEqualTo("2003-03-31");
        }

        @Test
        void ofOldGazettesHoldNumberAndDate() {
            var outline = outline("""
                    Nghị định của Chính phủ số 114/2003/NĐ-CP
                    ngày 10/10/2003 về cán bộ, công chức xã
                    Chính phủ
                    Căn cứ Luật Tổ chức Chính phủ;
                    Điều 1. Phạm vi
                    X.
                    """.replace("Nghị định của", "NGHỊ ĐỊNH CỦA"));
            assertThat(outline.number()).isEqualTo("114/2003/NĐ-CP");
            assertThat(outline.issuedOn()).isEqualTo("2003-10-10");
            assertThat(outline.issuer()).isEqualTo("Chính phủ");
        }
    }

    @Test
    void urgencyIsReadWithWhatFollowsIt() {
        assertThat(outline("HỎA TỐC HẸN GIỜ: 15 GIỜ\n" + head("CHÍNH PHỦ", "Số: 12/QĐ-TTg"))
                        .urgency())
                .startsWith("HỎA TỐC");
    }

    @Test
    void aConstitutionIsDatedByItsAdoption() {
        var outline = outline("QUỐC HỘI\nHIẾN PHÁP\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐiều 1\nNước Việt Nam.\n"
                + "Hiến pháp này đã được Quốc hội khóa XIII thông qua ngày 28 tháng 11 năm 2013./.\nCHỦ TỊCH QUỐC HỘI");
        assertThat(outline.issuedOn()).isEqualTo("2013-11-28");
    }

    @Test
    void regimes() {
        assertThat(List.of(
                        outline(head("CHÍNH PHỦ", "Số: 12/2026/QĐ-TTg")).regime(),
                        outline(head("CHÍNH PHỦ", "Số: 12/QĐ-TTg")).regime(),
                        outline(head("BAN CHỈ ĐẠO", "Số 02-QĐ/BCĐ")).regime()))
                .containsExactly(Regime.STATE_QPPL, Regime.STATE_ADMIN, Regime.PARTY);
    }
}
