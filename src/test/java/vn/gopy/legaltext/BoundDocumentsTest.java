package vn.gopy.legaltext;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.legaltext.OutlineFixture.balance;
import static vn.gopy.legaltext.OutlineFixture.outline;
import static vn.gopy.legaltext.OutlineFixture.reading;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several documents bound into one file: each is a text of its own, and the check says so. */
class BoundDocumentsTest {

    private static final String COVER = """
            TÀI LIỆU ĐẠI HỘI
            MỤC LỤC
            1. Báo cáo chính trị
            2. Nghị quyết của Hội đồng nhân dân
            3. Công văn về việc chuẩn bị đại hội
            """;

    private static final String REPORT = """
            ĐẢNG BỘ TỈNH THÁI NGUYÊN
            Số 105-BC/TU
            ĐẢNG CỘNG SẢN VIỆT NAM
            Thái Nguyên, ngày 12 tháng 3 năm 2025
            BÁO CÁO
            tổng kết nhiệm kỳ 2020 - 2025
            I. TÌNH HÌNH
            1. Kinh tế tăng trưởng khá.
            2. Xã hội ổn định.
            II. KẾT QUẢ
            Các chỉ tiêu đều đạt.
            T/M BAN THƯỜNG VỤ
            BÍ THƯ
            """;

    private static final String RESOLUTION = """
            HỘI ĐỒNG NHÂN DÂN
            TỈNH THÁI NGUYÊN
            Số: 07/NQ-HĐND
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Thái Nguyên, ngày 10 tháng 12 năm 2025
            NGHỊ QUYẾT
            Về chính sách hỗ trợ
            Căn cứ Luật Tổ chức chính quyền địa phương;
            QUYẾT NGHỊ:
            Điều 1. Quy định chính sách.
            Điều 2. Giao Ủy ban nhân dân tỉnh thực hiện.
            CHỦ TỊCH
            Phụ lục I
            DANH MỤC HỖ TRỢ
            Hỗ trợ nhà ở.
            """;

    private static final String LETTER = """
            ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN
            Số: 99/UBND-NC
            V/v chuẩn bị đại hội
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Thái Nguyên, ngày 02 tháng 4 năm 2025
            Kính gửi: Các sở, ban, ngành.
            Đề nghị các cơ quan chuẩn bị.
            Nơi nhận:
            - Lưu: VT.
            """;

    private static final String DECREE = """
            CHÍNH PHỦ
            Số: 12/2025/NĐ-CP
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Hà Nội, ngày 20 tháng 1 năm 2025
            NGHỊ ĐỊNH
            Quy định về văn thư
            Căn cứ Luật Tổ chức Chính phủ;
            Điều 1. Phạm vi điều chỉnh
            Nghị định này quy định về văn thư.
            Điều 2. Hiệu lực
            Nghị định này có hiệu lực từ ngày ký./.
            TM. CHÍNH PHỦ
            THỦ TƯỚNG
            """;

    private static List<Warning> told(Outline outline) {
        return outline.warnings().stream()
                .filter(it -> it.code() == Warning.Code.SEVERAL_DOCUMENTS)
                .toList();
    }

    private static void losesNothing(String text) {
        assertThat(balance(reading(text), outline(text))).as(text).containsOnly(0);
    }

    @Test
    void aFolderWithItsListOfContentsIsCutAtEveryHead() {
        Outline outline = outline(COVER + REPORT + RESOLUTION + LETTER);

        assertThat(outline.bodies()).extracting(Body::code).containsExactly("VB", "BC", "NQ", "VB2");
        assertThat(outline.bodies().get(1).head()).startsWith("ĐẢNG BỘ TỈNH THÁI NGUYÊN\nSố 105-BC/TU");
        assertThat(outline.bodies().get(2).head()).startsWith("HỘI ĐỒNG NHÂN DÂN\nTỈNH THÁI NGUYÊN\nSố: 07/NQ-HĐND");
        assertThat(outline.bodies().getLast().head()).startsWith("ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN\nSố: 99/UBND-NC");
        assertThat(outline.bodies().get(1).closing()).contains("BÍ THƯ");
        assertThat(outline.annexes()).extracting(Annex::body).containsExactly("NQ");
        assertThat(outline.annexes().getFirst().provisions()).hasSize(1);
        losesNothing(COVER + REPORT + RESOLUTION + LETTER);
    }

    @Test
    void theFindingNamesEachAndTheListOfContentsIsNone() {
        Outline outline = outline(COVER + REPORT + RESOLUTION + LETTER);

        assertThat(told(outline)).singleElement().satisfies(it -> {
            assertThat(it.path()).isNull();
            assertThat(it.message().arguments())
                    .containsExactly("3", "Báo cáo 105-BC/TU", "Nghị quyết 07/NQ-HĐND", "Công văn 99/UBND-NC");
        });
    }

    @Test
    void whatTheFileIsComesFromItsFirstDocumentNotFromTheCover() {
        Outline outline = outline(COVER + REPORT + RESOLUTION);

        assertThat(outline.number()).isEqualTo("105-BC/TU");
        assertThat(outline.type()).isEqualTo("BC");
        assertThat(outline.regime()).isEqualTo(Regime.PARTY);
        assertThat(outline.title()).isEqualTo("tổng kết nhiệm kỳ 2020 - 2025");
    }

    @Test
    void pagesAreNamedWhereTheFileHasPages() {
        List<Block> blocks = Stream.of(DECREE, RESOLUTION)
                .flatMap(text -> text.lines().map(line -> new Line(line, text.equals(DECREE) ? 1 : 4)))
                .collect(
                        java.util.ArrayList::new,
                        (all, line) -> all.add(new Block(
                                all.size(),
                                Block.Kind.PARAGRAPH,
                                "",
                                line.text(),
                                null,
                                Block.Look.PLAIN,
                                null,
                                line.page())),
                        java.util.ArrayList::addAll);
        Outline outline = Outlines.of(reading(blocks), "vb.pdf", null);

        assertThat(told(outline))
                .singleElement()
                .satisfies(it -> assertThat(it.message().arguments())
                        .containsExactly("2", "Nghị định 12/2025/NĐ-CP", "1", "Nghị quyết 07/NQ-HĐND", "4"));
    }

    private record Line(String text, int page) {}

    @Test
    void aRegulationWithItsOwnNumberIsAnotherDocument() {
        String regulation = DECREE.replace("12/2025/NĐ-CP", "13/2025/QC-CP")
                .replace("NGHỊ ĐỊNH\nQuy định", "QUY CHẾ\nPhối hợp")
                .replace("Căn cứ Luật Tổ chức Chính phủ;\n", "");
        Outline outline = outline(DECREE + regulation);

        assertThat(outline.bodies()).extracting(Body::code).containsExactly("ND", "QC");
        assertThat(outline.bodies().getLast().head()).startsWith("CHÍNH PHỦ\nSố: 13/2025/QC-CP");
        assertThat(told(outline)).hasSize(1);
        losesNothing(DECREE + regulation);
    }

    @Test
    void aDocumentFollowsAnAnnexOfTheOneBefore() {
        Outline outline = outline(RESOLUTION + DECREE);

        assertThat(outline.bodies()).extracting(Body::code).containsExactly("NQ", "ND");
        assertThat(outline.annexes()).hasSize(1);
        assertThat(outline.number()).isEqualTo("07/NQ-HĐND");
    }

    @Test
    void draftsWhoseNumbersAreBlankAreCutBehindASignature() {
        String blank = REPORT.replace("105-BC/TU", "      -BC/TU").replace("ngày 12 tháng 3", "ngày     tháng    ");
        Outline outline = outline(RESOLUTION.substring(0, RESOLUTION.indexOf("Phụ lục")) + blank);

        assertThat(outline.bodies()).extracting(Body::code).containsExactly("NQ", "BC");
        assertThat(told(outline))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.message().arguments()).containsExactly("2", "Nghị quyết 07/NQ-HĐND", "Báo cáo"));
    }

    @Test
    void whatIsIssuedWithADecisionIsNoDocumentOfItsOwn() {
        String attached = """
                CHÍNH PHỦ
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                QUY CHẾ
                Phối hợp
                (Ban hành kèm theo Nghị định số 12/2025/NĐ-CP ngày 20 tháng 1 năm 2025 của Chính phủ)
                Điều 1. Phạm vi
                Quy chế này quy định việc phối hợp.
                """;
        Outline outline = outline(DECREE + attached);

        assertThat(outline.bodies()).extracting(Body::code).containsExactly("ND", "QC");
        assertThat(told(outline)).isEmpty();
    }

    @Test
    void aFormOfAnAnnexIsNoDocument() {
        String form = """
                Phụ lục I
                MẪU QUYẾT ĐỊNH
                TÊN CƠ QUAN
                Số: ..../QĐ-....
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                ......, ngày ... tháng ... năm ...
                QUYẾT ĐỊNH
                Về việc ........
                Điều 1. ........
                """;
        Outline outline = outline(DECREE + form);

        assertThat(outline.bodies()).extracting(Body::code).containsExactly("ND");
        assertThat(told(outline)).isEmpty();
        losesNothing(DECREE + form);
    }

    @Test
    void thisDecreeIsTheOneThatTheWordsStandIn() {
        String second = DECREE.replace("12/2025/NĐ-CP", "14/2025/NĐ-CP")
                .replace(
                        "Điều 2. Hiệu lực",
                        "Điều 2. Phối hợp\nTheo Điều 3 Nghị định này; trừ Điều 7 Nghị định này.\nĐiều 3. Hiệu lực");
        String regulation = """
                QUY CHẾ
                Phối hợp
                (Ban hành kèm theo Nghị định số 14/2025/NĐ-CP ngày 20 tháng 1 năm 2025 của Chính phủ)
                Điều 1. Phạm vi
                Thực hiện theo Điều 3 của Nghị định này.
                """;
        Outline outline = outline(DECREE + second + regulation);

        assertThat(outline.bodies()).extracting(Body::code).containsExactly("ND", "ND2", "QC");
        assertThat(outline.warnings())
                .filteredOn(it -> it.code() == Warning.Code.DANGLING_REFERENCE)
                .extracting(InWords::of)
                .containsExactly("Viện dẫn sai: văn bản không có Điều 7");
    }

    @Test
    void oneDocumentBehindSomeLinesIsOneDocument() {
        Outline outline = outline(COVER + DECREE);

        assertThat(outline.bodies()).extracting(Body::code).containsExactly("ND");
        assertThat(told(outline)).isEmpty();
    }
}
