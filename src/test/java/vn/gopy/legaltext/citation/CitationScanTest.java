package vn.gopy.legaltext.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.ProcessorTime;
import vn.gopy.legaltext.head.DocumentNumber;

/** The ways in which Vietnamese texts cite: words of a sentence, and what they point to. */
class CitationScanTest {

    /** Each citation as "words → text path", parted by " ; ". */
    private static String shown(String text, List<Citation> citations) {
        return citations.stream()
                .map(one -> text.substring(one.start(), one.end()) + " → " + target(one))
                .collect(Collectors.joining(" ; "));
    }

    private static String target(Citation one) {
        String range = one.last() == null ? "" : ".." + one.lastPath();
        String path = one.path() + range;
        String text = switch (one.text()) {
            case CitedText.Here here -> "";
            case CitedText.Itself itself -> "[" + itself.type() + " này]";
            case CitedText.Draft draft -> "[dự thảo" + (draft.type() == null ? "" : " " + draft.type()) + "]";
            case CitedText.Other other -> "[" + named(other.document()) + "]";
            case CitedText.Unknown unknown -> "[?]";
        };
        return text.isEmpty() ? path : path.isEmpty() ? text : text + " " + path;
    }

    private static String named(CitedDocument document) {
        String said = document.number() != null ? document.number() : document.type() + " " + document.name();
        String year = document.number() == null && document.year() != null ? " " + document.year() : "";
        return said + year + (document.attached() == null ? "" : " + " + document.attached());
    }

    @ParameterizedTest(name = "{0}. {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             1 | Hồ sơ nêu ở Điều 5 được lập thành hai bộ | Điều 5 → dieu-5
             1 | Theo Điều 12a thì Tổ tư vấn họp kín | Điều 12a → dieu-12a
             1 | Căn cứ điều 7, cơ quan lập danh sách | điều 7 → dieu-7
             2 | Trường hợp tại khoản 2 Điều 5 phải báo cáo | khoản 2 Điều 5 → dieu-5/khoan-2
             2 | nêu ở khoản 3a Điều 11 | khoản 3a Điều 11 → dieu-11/khoan-3a
             3 | theo điểm đ khoản 1 Điều 3 | điểm đ khoản 1 Điều 3 → dieu-3/khoan-1/diem-đ
             3 | theo điểm a1 khoản 1 của Điều 3 | điểm a1 khoản 1 của Điều 3 → dieu-3/khoan-1/diem-a1
             4 | như điểm b Điều 4 đã nói | điểm b Điều 4 → dieu-4/diem-b
             5 | khoản 1 Điều 8 Nghị định số 30/2020/NĐ-CP | khoản 1 Điều 8 Nghị định số 30/2020/NĐ-CP → [30/2020/NĐ-CP] dieu-8/khoan-1
             5 | Điều 48, Nghị định 24/2000/NĐ-CP | Điều 48, Nghị định 24/2000/NĐ-CP → [24/2000/NĐ-CP] dieu-48
             5 | Luật số 39/2019/QH14, Điều 17 | Luật số 39/2019/QH14 → [39/2019/QH14] ; Điều 17 → [39/2019/QH14] dieu-17
             6 | Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ | Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 → [30/2020/NĐ-CP]
             7 | Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị | Nghị quyết số 57-NQ/TW, ngày 22/12/2024 → [57-NQ/TW]
             7 | các nhiệm vụ của Nghị quyết 57-NQ/TW | Nghị quyết 57-NQ/TW → [57-NQ/TW]
             8 | quy định tại Điều 4, 5 và 6 | Điều 4 → dieu-4 ; 5 → dieu-5 ; 6 → dieu-6
             8 | các Điều 4, 5 và Điều 6 của Luật này | Điều 4 → [Luật này] dieu-4 ; 5 → [Luật này] dieu-5 ; Điều 6 của Luật này → [Luật này] dieu-6
             8 | tại các điều 8, 9,10, 11 và 12 của Luật này | điều 8 → [Luật này] dieu-8 ; 9 → [Luật này] dieu-9 ; 10 → [Luật này] dieu-10 ; 11 → [Luật này] dieu-11 ; 12 của Luật này → [Luật này] dieu-12
             9 | khoản 1 và khoản 3 Điều 5 | khoản 1 → dieu-5/khoan-1 ; khoản 3 Điều 5 → dieu-5/khoan-3
             9 | các khoản 1, 2, 4 Điều 5 Quy chế này | khoản 1 → [Quy chế này] dieu-5/khoan-1 ; 2 → [Quy chế này] dieu-5/khoan-2 ; 4 Điều 5 Quy chế này → [Quy chế này] dieu-5/khoan-4
             9 | các khoản 1, 2 và 3 Điều này | khoản 1 → dieu/khoan-1 ; 2 → dieu/khoan-2 ; 3 Điều này → dieu/khoan-3
            10 | các điểm a, b và đ khoản 2 Điều 7 | điểm a → dieu-7/khoan-2/diem-a ; b → dieu-7/khoan-2/diem-b ; đ khoản 2 Điều 7 → dieu-7/khoan-2/diem-đ
            10 | điểm a, b và c khoản 2 Điều 5 | điểm a → dieu-5/khoan-2/diem-a ; b → dieu-5/khoan-2/diem-b ; c khoản 2 Điều 5 → dieu-5/khoan-2/diem-c
            11 | khoản 1, điểm b khoản 2 Điều 7 và Điều 9 | khoản 1 → dieu-7/khoan-1 ; điểm b khoản 2 Điều 7 → dieu-7/khoan-2/diem-b ; Điều 9 → dieu-9
            11 | khoản 1 Điều 3; khoản 2 Điều này, Điều 7 Luật số 39/2019/QH14 | khoản 1 Điều 3 → dieu-3/khoan-1 ; khoản 2 Điều này → dieu/khoan-2 ; Điều 7 Luật số 39/2019/QH14 → [39/2019/QH14] dieu-7
            12 | từ Điều 5 đến Điều 9 của Quy chế này | Điều 5 đến Điều 9 của Quy chế này → [Quy chế này] dieu-5..dieu-9
            12 | theo Điều 5 - 9 | Điều 5 - 9 → dieu-5..dieu-9
            12 | các khoản từ 1 đến 3 Điều này | khoản từ 1 đến 3 Điều này → dieu/khoan-1..dieu/khoan-3
            12 | từ khoản 2 đến khoản 5 | khoản 2 đến khoản 5 → khoan-2..khoan-5
            12 | từ điểm a đến điểm d khoản 1 Điều 6 | điểm a đến điểm d khoản 1 Điều 6 → dieu-6/khoan-1/diem-a..dieu-6/khoan-1/diem-d
            13 | người nêu ở Điều này | Điều này → dieu
            13 | khoản 1 Điều này và điểm a khoản này | khoản 1 Điều này → dieu/khoan-1 ; điểm a khoản này → khoan/diem-a
            13 | các Điều trong Chương này | Chương này → chuong
            14 | khoản 2 Điều 4 Quy chế này; Quyết định này | khoản 2 Điều 4 Quy chế này → [Quy chế này] dieu-4/khoan-2 ; Quyết định này → [Quyết định này]
            14 | Điều 9 Quy chế làm việc này | Điều 9 Quy chế làm việc này → [Quy chế này] dieu-9
            15 | theo Luật Đầu tư công năm 2019 | Luật Đầu tư công năm 2019 → [Luật Đầu tư công 2019]
            15 | Luật Ban hành văn bản quy phạm pháp luật (năm 2025) | Luật Ban hành văn bản quy phạm pháp luật (năm 2025) → [Luật Ban hành văn bản quy phạm pháp luật 2025]
            15 | khoản 2 Điều 20 của Bộ luật Lao động số 45/2019/QH14 | khoản 2 Điều 20 của Bộ luật Lao động số 45/2019/QH14 → [45/2019/QH14] dieu-20/khoan-2
            15 | Luật An toàn, vệ sinh lao động và Luật Thủ đô | Luật An toàn, vệ sinh lao động → [Luật An toàn, vệ sinh lao động] ; Luật Thủ đô → [Luật Thủ đô]
            15 | Luật bảo vệ và phát triển rừng được áp dụng | Luật bảo vệ và phát triển rừng → [Luật bảo vệ và phát triển rừng]
            15 | Hiến pháp năm 2013 | Hiến pháp năm 2013 → [Hiến pháp  2013]
            16 | Luật Đất đai số 31/2024/QH15 được sửa đổi, bổ sung bởi Luật số 43/2024/QH15 | Luật Đất đai số 31/2024/QH15 → [31/2024/QH15] ; Luật số 43/2024/QH15 → [43/2024/QH15]
            17 | Luật số 64/2025/QH15, Luật số 87/2025/QH15 | Luật số 64/2025/QH15 → [64/2025/QH15] ; Luật số 87/2025/QH15 → [87/2025/QH15]
            18 | Điều 3 Quy chế ban hành kèm theo Quyết định số 12/QĐ-UBND | Điều 3 Quy chế ban hành kèm theo Quyết định số 12/QĐ-UBND → [12/QĐ-UBND + Quy chế] dieu-3
            18 | Quy chế làm việc được ban hành kèm theo Quyết định số 12/QĐ-UBND | Quy chế làm việc được ban hành kèm theo Quyết định số 12/QĐ-UBND → [12/QĐ-UBND + Quy chế]
            19 | theo Phụ lục II | Phụ lục II → phu-luc-2
            19 | theo Mẫu số 01 Phụ lục III | Mẫu số 01 Phụ lục III → phu-luc-3/mau-1
            19 | khoản 8 Mục II Phụ lục I | khoản 8 Mục II Phụ lục I → phu-luc-1/muc-2/khoan-8
            19 | Phụ lục I ban hành kèm theo Nghị định này | Phụ lục I ban hành kèm theo Nghị định này → [Nghị định này] phu-luc-1
            19 | Phụ lục kèm theo Thông tư số 01/2011/TT-BNV | Phụ lục kèm theo Thông tư số 01/2011/TT-BNV → [01/2011/TT-BNV] phu-luc
            20 | mục 2 Phần III | mục 2 Phần III → phan-3/muc-2
            20 | điểm 1.3 khoản 1 Mục II | điểm 1.3 khoản 1 Mục II → muc-2/khoan-1/diem-1.3
            20 | nêu ở Mục II.3 | Mục II.3 → muc-2/3
            20 | tiết a điểm 1.2 | tiết a điểm 1.2 → diem-1.2/tiet-a
            21 | Chương II; Mục 1 Chương III | Chương II → chuong-2 ; Mục 1 Chương III → chuong-3/muc-1
            21 | Điều 4 Chương II | Điều 4 Chương II → dieu-4
            22 | Quyết định 26/2017/QĐ-UBND; NĐ 30/2020/NĐ-CP | Quyết định 26/2017/QĐ-UBND → [26/2017/QĐ-UBND] ; 30/2020/NĐ-CP → [30/2020/NĐ-CP]
            22 | Thông tư liên tịch số 12/1999/TTLT/BTC-BVHTT | Thông tư liên tịch số 12/1999/TTLT/BTC-BVHTT → [12/1999/TTLT/BTC-BVHTT]
            22 | Nghị định 61/2018/NĐCP | Nghị định 61/2018/NĐCP → [61/2018/NĐ-CP]
            24 | đoạn thứ hai khoản 3 Điều 4 | đoạn thứ hai khoản 3 Điều 4 → dieu-4/khoan-3/doan-2
            24 | câu cuối khoản 1 Điều 4 | câu cuối khoản 1 Điều 4 → dieu-4/khoan-1/cau-cuoi
            24 | gạch đầu dòng thứ 3 mục 2 Phần I | gạch đầu dòng thứ 3 mục 2 Phần I → phan-1/muc-2/gach-3
            26 | tại Điều 2 dự thảo Quyết định | Điều 2 dự thảo Quyết định → [dự thảo Quyết định] dieu-2
            26 | Điều 2 của dự thảo | Điều 2 của dự thảo → [dự thảo] dieu-2
            """)
    void aSentenceCites(int pattern, String text, String expected) {
        assertThat(shown(text, CitationScan.in(text))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}. {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            23 | Đ12 k1 | Đ12 k1 → dieu-12/khoan-1
            23 | k.2 Đ.5 chưa rõ | k.2 Đ.5 → dieu-5/khoan-2
            23 | NĐ 331 Đ13 k2 c | NĐ 331 → [NĐ 331] ; Đ13 k2 c → [NĐ 331] dieu-13/khoan-2/diem-c
            23 | theo NQ 57 | NQ 57 → [NQ 57]
            25 | Tại khoản 2 Điều 1: đề nghị sửa | khoản 2 Điều 1 → dieu-1/khoan-2
            25 | Khoản 2, Điều 5 | Khoản 2, Điều 5 → dieu-5/khoan-2
            25 | Điều 1 & 2 | Điều 1 → dieu-1 ; 2 → dieu-2
            25 | trang 3, dòng 12 | trang 3, dòng 12 → trang-3/dong-12
            28 | Tại điểm a, khoản 4 mục I dự thảo Kế hoạch | điểm a, khoản 4 mục I dự thảo Kế hoạch → [dự thảo Kế hoạch] muc-1/khoan-4/diem-a
            28 | Tại khoản a điểm 1 mục III | khoản a điểm 1 mục III → muc-3/khoan-1/diem-a
            28 | 1.1. Tại điểm a Khoản 1 Mục III | điểm a Khoản 1 Mục III → muc-3/khoan-1/diem-a
            28 | mục 3 phần “IV. TỔ CHỨC THỰC HIỆN” | mục 3 phần “IV. TỔ CHỨC THỰC HIỆN” → phan-4/muc-3
            28 | Đối với khoản 6 mục I | khoản 6 mục I → muc-1/khoan-6
            28 | khoản 16 Điều 6 Chương II Điều lệ | khoản 16 Điều 6 Chương II → [?] dieu-6/khoan-16
            28 | Điều 5 khoản 2 điểm a | Điều 5 khoản 2 điểm a → dieu-5/khoan-2/diem-a
            """)
    void anOpinionCites(int pattern, String text, String expected) {
        assertThat(shown(text, CitationScan.inNote(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Điều 5 triệu đồng nào cũng phải báo cáo",
                "khoản 500 nghìn đồng",
                "đạt điểm 8 trở lên",
                "mục tiêu 2030, chương trình 135, phần mềm 2.0, điểm cầu số 3, điều hành, khoản vay 12 tháng",
                "hoàn thành mục đích 3 năm",
                "đoạn 2 tuyến đường ven sông",
                "tỷ lệ 2/3 thành viên, ngày 22/12/2024, năm 2025-2030, 24/7, 10/ngày",
                "điều kiện 1, khoản chi 2, phần trăm 30",
                "quy định của luật và luật sư",
                "Mẫu 3 cột, mẫu đơn",
                "Luật được Quốc hội thông qua; Hội Luật gia tỉnh; XÂY DỰNG LUẬT CỦA QUỐC HỘI",
                "“Điều 6. Tham gia góp ý kiến",
                "diện tích 1.000/2.000 m2",
            })
    void otherWordsCiteNothing(String text) {
        assertThat(shown(text, CitationScan.in(text))).isEmpty();
    }

    @Test
    void aCountBehindACommaIsNoPartOfTheList() {
        String text = "theo Điều 5, 12 cán bộ được cử";
        assertThat(shown(text, CitationScan.in(text))).isEqualTo("Điều 5 → dieu-5");
    }

    @Test
    void unitsOfATextThatIsNotIdentifiedBelongToNone() {
        for (String text :
                List.of("Điều 5 Công ước Stockholm", "khoản 1 Điều 2 của Điều lệ Quỹ", "Điều 3 Nghị định nêu trên")) {
            assertThat(CitationScan.in(text))
                    .singleElement()
                    .satisfies(one -> assertThat(one.text()).isEqualTo(new CitedText.Unknown()));
        }
    }

    @Test
    void dateAndIssuerOfALocalDocumentAreKept() {
        var text =
                "Quyết định số 15/2010/QĐ-UBND ngày 26-4-2010 của Ủy ban nhân dân thành phố Hà Nội ban hành Quy định";
        CitedDocument document =
                ((CitedText.Other) CitationScan.in(text).getFirst().text()).document();
        assertThat(document.date()).isEqualTo(LocalDate.of(2010, 4, 26));
        assertThat(document.issuer()).isEqualTo("Ủy ban nhân dân thành phố Hà Nội");
    }

    @Test
    void spellingsOfANumberHaveOneKey() {
        assertThat(List.of("61/2018/NĐ-CP", "61/2018/NĐCP", "61/2018/nđ-cp", "61/2018/NĐ‑CP", "061/2018/NĐ-CP"))
                .extracting(number -> ((CitedText.Other) CitationScan.in("Nghị định số " + number)
                                .getFirst()
                                .text())
                        .document()
                        .keys())
                .containsOnly(List.of(DocumentNumber.key("61/2018/NĐ-CP")));
    }

    @Test
    void hostileLinesTakeLinearTimeAndNeverThrow() {
        var random = new Random(7);
        String[] pieces = {
            "khoản 1 ",
            "Điều 5, ",
            "điểm a ",
            "Luật ",
            "Quy chế ban hành kèm theo ",
            "từ Điều 1 đến ",
            "và ",
            "số 30/2020/NĐ-CP ",
            "phần “I. ",
            "Phụ lục I ",
            "ngày 1 ",
            "của UBND tỉnh A ",
            "1.",
            "9",
            "-",
            "/",
            "Điều này ",
            "aaaa",
            "“",
            "Mẫu số 1/",
            "Luật A, B và "
        };
        for (String piece : pieces) {
            underTime(piece.repeat(100_000 / piece.length()));
        }
        for (int n = 0; n < 50; n++) {
            var mixed = new StringBuilder();
            while (mixed.length() < 100_000) {
                mixed.append(pieces[random.nextInt(pieces.length)]);
            }
            underTime(mixed.toString());
        }
    }

    private static void underTime(String line) {
        Duration taken = ProcessorTime.of(() -> assertThatCode(() -> {
                    CitationScan.in(line);
                    CitationScan.inNote(line);
                })
                .doesNotThrowAnyException());
        assertThat(taken).as(line.substring(0, 60)).isLessThan(Duration.ofMillis(1500));
    }
}
