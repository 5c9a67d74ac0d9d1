package vn.gopy.legaltext;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.legaltext.OutlineFixture.at;
import static vn.gopy.legaltext.OutlineFixture.outline;
import static vn.gopy.legaltext.OutlineFixture.paths;
import static vn.gopy.legaltext.OutlineFixture.warnings;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each kind of text that a secretariat meets, with the habits and slips of its kind. */
class KindsOfTextTest {

    private static final String DECREE = """
            CHÍNH PHỦ
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Số: 187/2025/NĐ-CP
            Hà Nội, ngày 01 tháng 7 năm 2025
            NGHỊ ĐỊNH
            VỀ CÔNG TÁC VĂN THƯ
            Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
            """;

    @Nested
    class Amending {

        @Test
        void straightQuotesHoldQuotedProvisionsToo() {
            var outline = outline(DECREE + """
                    Điều 1. Sửa đổi, bổ sung một số điều
                    1. Sửa đổi, bổ sung khoản 2 Điều 3 như sau:
                    "2. Nội dung mới:
                    a) Một;
                    b) Hai."
                    2. Bổ sung Mục 3a vào sau Mục 3 Chương II như sau:
                    “Mục 3a
                    TRÌNH TỰ RÚT GỌN
                    Điều 59a. Thẩm định
                    1. Hồ sơ gồm “Quy trình A”:
                    a) Tờ trình.”.
                    3. Sửa đổi một số khoản của Điều 60 như sau:
                    a) Sửa đổi khoản 1 như sau:
                    “1. Khoản mới.”;
                    b) Bãi bỏ khoản 3.
                    Điều 2. Điều khoản thi hành
                    1. Nghị định này có hiệu lực từ ngày ký.
                    """);
            assertThat(paths(outline))
                    .containsExactly(
                            "dieu-1",
                            "dieu-1/khoan-1",
                            "dieu-1/khoan-2",
                            "dieu-1/khoan-3",
                            "dieu-1/khoan-3/diem-a",
                            "dieu-1/khoan-3/diem-b",
                            "dieu-2",
                            "dieu-2/khoan-1");
        }

        @Test
        void aQuotedChapterMayBeLong() {
            String quoted = "Điều 60. Quy định\n1. Khoản.\n".repeat(600);
            var outline = outline(DECREE
                    + "Điều 1. Sửa đổi\n1. Bổ sung Chương VIa như sau:\n“Chương VIa\n" + quoted
                    + "Điều 61. Cuối.”.\n2. Bãi bỏ Điều 9.\nĐiều 2. Hiệu lực\nX.");
            assertThat(paths(outline)).containsExactly("dieu-1", "dieu-1/khoan-1", "dieu-1/khoan-2", "dieu-2");
        }
    }

    @Nested
    class Consolidated {

        private static final String VBHN = """
                VĂN PHÒNG QUỐC HỘI
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Số: 26/VBHN-VPQH
                Hà Nội, ngày 14 tháng 7 năm 2025
                LUẬT
                BAN HÀNH VĂN BẢN
                Luật số 64/2025/QH15 ngày 19 tháng 02 năm 2025 của Quốc hội, được sửa đổi, bổ sung bởi:
                1. Luật số 87/2025/QH15 ngày 25 tháng 6 năm 2025;
                Quốc hội ban hành Luật Ban hành văn bản[1].
                Điều 1. Phạm vi điều chỉnh
                Luật này quy định.
                Điều 2.2 Giải thích từ ngữ
                1. Khoản một.
                1a.[3] Khoản thêm.
                2.4 (được bãi bỏ)
                3. Khoản ba:
                a)5 Điểm a;
                b1)6 Điểm b1;
                Điều 3.7 (được bãi bỏ)
                Điều 3a[8]. Điều thêm
                Theo quy định tại khoản 2 Điều 63/2020/QH14
                XÁC THỰC VĂN BẢN HỢP NHẤT
                CHỦ NHIỆM
                [1] Luật số 87/2025/QH15 có căn cứ như sau:
                Điều 105. Quy định chuyển tiếp
                """;

        @Test
        void footnoteMarksAreSplitOffAndNotesAreNoArticles() {
            var outline = outline(VBHN);
            assertThat(paths(outline))
                    .containsExactly(
                            "dieu-1",
                            "dieu-2",
                            "dieu-2/khoan-1",
                            "dieu-2/khoan-1a",
                            "dieu-2/khoan-2",
                            "dieu-2/khoan-3",
                            "dieu-2/khoan-3/diem-a",
                            "dieu-2/khoan-3/diem-b1",
                            "dieu-3",
                            "dieu-3a");
            assertThat(at(outline, "dieu-2").heading()).isEqualTo("Giải thích từ ngữ");
            assertThat(at(outline, "dieu-3").text()).isEqualTo("(được bãi bỏ)");
            assertThat(at(outline, "dieu-3a").text()).endsWith("63/2020/QH14");
            assertThat(outline.dropped())
                    .extracting(Dropped::text)
                    .containsExactlyInAnyOrder("[1]", "2", "[3]", "4", "5", "6", "7", "[8]");
        }

        @Test
        void numberAndDateAreThoseOfTheConsolidation() {
            var outline = outline(VBHN);
            assertThat(outline.number()).isEqualTo("26/VBHN-VPQH");
            assertThat(outline.issuer()).isEqualTo("Văn phòng Quốc hội");
            assertThat(outline.issuedOn()).isEqualTo("2025-07-14");
        }

        @Test
        void otherTextsKeepTheirNumbers() {
            var outline = outline(DECREE + "Điều 1. Diện tích\n1. Không quá 50 ha2\nĐiều 2. Hai [3]\nX.");
            assertThat(outline.dropped()).isEmpty();
        }
    }

    @Nested
    class Plans {

        @Test
        void ofTheParty() {
            var outline = outline("""
                    TỈNH ỦY THÁI NGUYÊN
                    *
                    Số 25 -KH/TU
                    ĐẢNG CỘNG SẢN VIỆT NAM
                    Thái Nguyên, ngày 12 tháng 3 năm 2026
                    KẾ HOẠCH
                    thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị
                    Thực hiện Nghị quyết số 57-NQ/TW, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:
                    I- MỤC ĐÍCH, YÊU CẦU
                    1- Mục đích
                    - Quán triệt sâu sắc.
                    II- MỤC TIÊU
                    1- Đến năm 2030
                    1.1- Về hạ tầng:
                    a) 100% xã có cáp quang:
                    + Khu công nghiệp.
                    1.2- Về nhân lực
                    Có 1.000 kỹ sư.
                    2025 là năm bản lề.
                    III- TỔ CHỨC THỰC HIỆN
                    1. Các cấp ủy đảng thực hiện.
                    Nơi nhận:
                    - Lưu Văn phòng Tỉnh ủy.
                    T/M BAN THƯỜNG VỤ
                    """);
            assertThat(paths(outline))
                    .containsExactly(
                            "muc-1",
                            "muc-1/1",
                            "muc-1/1/gach-1",
                            "muc-2",
                            "muc-2/1",
                            "muc-2/1/1.1",
                            "muc-2/1/1.1/diem-a",
                            "muc-2/1/1.1/diem-a/gach-1",
                            "muc-2/1/1.2",
                            "muc-2/1/1.2/doan-2",
                            "muc-3",
                            "muc-3/1");
            assertThat(outline.regime()).isEqualTo(Regime.PARTY);
            assertThat(outline.title()).startsWith("thực hiện Nghị quyết");
        }

        @Test
        void lettersOfGroupsFollowTheVietnameseAlphabet() {
            assertThat(paths(outline(DECREE.replace("NGHỊ ĐỊNH", "THÔNG TƯ")
                            + "A- MỘT\nX.\nB- HAI\nX.\nC- BA\nX.\nD- BỐN\nX.\nĐ- NĂM\nX.\nE- SÁU\nX.\nG- BẢY\nX.")))
                    .containsExactly("phan-a", "phan-b", "phan-c", "phan-d", "phan-đ", "phan-e", "phan-g");
        }

        @Test
        void theLastWordsOfAPlanStandUnderNoHeading() {
            var outline = outline(
                    DECREE.replace("NGHỊ ĐỊNH", "KẾ HOẠCH")
                            + "I. MỤC ĐÍCH\nX.\nII. TỔ CHỨC\n1. Các sở\nThực hiện.\nTrên đây là Kế hoạch, đề nghị thực hiện./.\nNơi nhận:\n- Lưu: VT.");
            assertThat(outline.bodies().getFirst().closing()).startsWith("Trên đây là Kế hoạch");
        }

        @Test
        void signaturesInExamplesDoNotEndTheText() {
            var outline = outline(DECREE.replace("NGHỊ ĐỊNH", "HƯỚNG DẪN") + """
                    I. THỂ THỨC
                    1. Chữ ký
                    a) Văn bản của tỉnh ủy
                    Ví dụ:
                    T/M TỈNH ỦY
                    BÍ THƯ
                    b) Văn bản của văn phòng
                    K/T CHÁNH VĂN PHÒNG
                    PHÓ CHÁNH VĂN PHÒNG
                    2. Nơi nhận
                    Nơi nhận:
                    - Như trên.
                    3. Dấu
                    II. TỔ CHỨC THỰC HIỆN
                    Các cơ quan thực hiện.
                    Nơi nhận:
                    - Các tỉnh ủy.
                    """);
            assertThat(paths(outline))
                    .contains("muc-1/1/diem-b", "muc-1/2", "muc-1/3", "muc-2")
                    .doesNotContain("muc-2/doan-2");
            assertThat(outline.bodies().getFirst().closing())
                    .contains("Các tỉnh ủy")
                    .doesNotContain("Như trên");
        }
    }

    @Nested
    class Slips {

        @Test
        void pointsOnOneLineAreSplitWhereTheListWouldMissThem() {
            var outline = outline(
                    DECREE
                            + "Điều 1. Một\n1. Khoản:\na) Điểm a;\nb) Điểm b; c) Điểm c; d) Điểm d;\nđ) Điểm đ; e) Điểm e.\n2. Khoản hai.");
            assertThat(paths(outline))
                    .containsSubsequence(
                            "dieu-1/khoan-1/diem-b",
                            "dieu-1/khoan-1/diem-c",
                            "dieu-1/khoan-1/diem-d",
                            "dieu-1/khoan-1/diem-đ",
                            "dieu-1/khoan-1/diem-e",
                            "dieu-1/khoan-2");
            assertThat(at(outline, "dieu-1/khoan-1/diem-b").text()).isEqualTo("Điểm b;");
        }

        @Test
        void anEnumerationInsideASentenceStaysInside() {
            var outline = outline(
                    DECREE
                            + "Điều 1. Một\n1. Ưu tiên lần lượt: a) Tài chính; b) Năng lực; c) Khác.\n2. Theo điểm a) hoặc b) Điều này.");
            assertThat(outline.counts()).containsEntry("POINT", 0).containsEntry("CLAUSE", 2);
        }

        @Test
        void theFirstClauseOnTheLineOfItsArticle() {
            var outline = outline(
                    DECREE
                            + "Điều 1. Quản lý dịch vụ 1. Trình tự thực hiện\na) Bước một;\nb) Bước hai.\n2. Nội dung:\na) Một.\n3. Chi phí.");
            assertThat(paths(outline))
                    .containsExactly(
                            "dieu-1",
                            "dieu-1/khoan-1",
                            "dieu-1/khoan-1/diem-a",
                            "dieu-1/khoan-1/diem-b",
                            "dieu-1/khoan-2",
                            "dieu-1/khoan-2/diem-a",
                            "dieu-1/khoan-3");
            assertThat(at(outline, "dieu-1").heading()).isEqualTo("Quản lý dịch vụ");
        }

        @Test
        void numbersInBracketsAreALevelUnderAClauseOrAPoint() {
            var outline = outline(DECREE + """
                    Điều 1. Hồ sơ
                    1. Hồ sơ gồm:
                    (1) Đơn đề nghị;
                    (2) Bản sao giấy tờ:
                    - Của tổ chức;
                    - Của cá nhân.
                    Bản sao phải có chứng thực.
                    (3) Ảnh.
                    2. Thời hạn:
                    a) Giải quyết trong:
                    (1) Mười ngày;
                    (2) Năm ngày, nếu gấp.
                    b) Ba ngày.
                    """);
            assertThat(paths(outline))
                    .containsExactly(
                            "dieu-1",
                            "dieu-1/khoan-1",
                            "dieu-1/khoan-1/1",
                            "dieu-1/khoan-1/2",
                            "dieu-1/khoan-1/2/gach-1",
                            "dieu-1/khoan-1/2/gach-2",
                            "dieu-1/khoan-1/2/doan-2",
                            "dieu-1/khoan-1/3",
                            "dieu-1/khoan-2",
                            "dieu-1/khoan-2/diem-a",
                            "dieu-1/khoan-2/diem-a/1",
                            "dieu-1/khoan-2/diem-a/2",
                            "dieu-1/khoan-2/diem-b");
            assertThat(at(outline, "dieu-1/khoan-1/1").label()).isEqualTo("(1)");
            assertThat(at(outline, "dieu-1/khoan-1/1").number()).isEqualTo("1");
            assertThat(outline.counts()).containsEntry("CLAUSE", 2).containsEntry("POINT", 2);
        }

        @Test
        void aNumberInBracketsThatNoOtherFollowsIsText() {
            var outline = outline(DECREE + """
                    Điều 1. Hồ sơ
                    1. Hồ sơ gồm:
                    (1) là số thứ tự của mẫu;
                    a) Đơn đề nghị;
                    b) Bản sao.
                    (2) Ghi theo mẫu.
                    2. Thời hạn tính theo công thức:
                    (3) Mười ngày.
                    3. Mẫu đơn:
                    Tên cơ quan (1)
                    Ghi chú:
                    (1) Tên cơ quan cấp trên.
                    (2) Tên cơ quan ban hành.
                    """);
            assertThat(paths(outline)).noneMatch(path -> path.matches(".*/\\d+"));
        }

        @Test
        void numbersInBracketsDivideHeadingsOfReportsToo() {
            var outline = outline("""
                    BÁO CÁO
                    Kết quả công tác
                    I. TÌNH HÌNH
                    1. Kết quả
                    (1) Kinh tế tăng trưởng khá.
                    (2) Xã hội ổn định.
                    2. Hạn chế
                    Tiến độ chậm.
                    """);
            assertThat(paths(outline)).contains("muc-1/1/1", "muc-1/1/2", "muc-1/2");
        }

        @Test
        void partsOfAPointStandUnderItAndAnInsertedPointBesideIt() {
            var outline = outline(DECREE + """
                    Điều 1. Hồ sơ
                    1. Hồ sơ gồm:
                    a) Giấy tờ của tổ chức:
                    a1) Đơn đề nghị;
                    a2) Quyết định thành lập;
                    b) Giấy tờ của cá nhân:
                    b.1) Đơn đề nghị;
                    c) Ảnh.
                    2. Thời hạn:
                    a) Mười ngày;
                    a1) Năm ngày;
                    b) Ba ngày.
                    """);
            assertThat(paths(outline))
                    .containsExactly(
                            "dieu-1",
                            "dieu-1/khoan-1",
                            "dieu-1/khoan-1/diem-a",
                            "dieu-1/khoan-1/diem-a/diem-a1",
                            "dieu-1/khoan-1/diem-a/diem-a2",
                            "dieu-1/khoan-1/diem-b",
                            "dieu-1/khoan-1/diem-b/diem-b.1",
                            "dieu-1/khoan-1/diem-c",
                            "dieu-1/khoan-2",
                            "dieu-1/khoan-2/diem-a",
                            "dieu-1/khoan-2/diem-a1",
                            "dieu-1/khoan-2/diem-b");
        }

        @Test
        void aClauseWhoseNumberIsLostDoesNotDragTheNextOnesUnderItsPoints() {
            var outline = outline(DECREE + "Điều 1. Một\nTrình tự:\na) Một;\nb) Hai.\n2. Khoản hai.\n3. Khoản ba.");
            assertThat(paths(outline)).contains("dieu-1/khoan-2", "dieu-1/khoan-3");
            assertThat(warnings(outline)).contains(Warning.Code.NUMBER_GAP);
        }

        @Test
        void anArticleWhoseTitleBeginsSmall() {
            var outline = outline(DECREE
                    + "Điều 1. Thẩm quyền\nX.\nĐiều 2. ủy quyền xử phạt\nTheo Điều 3. của Luật.\nĐiều 3. Hiệu lực\nY.");
            assertThat(paths(outline)).containsExactly("dieu-1", "dieu-2", "dieu-3");
        }

        @Test
        void aCitationAtTheBeginningOfALineIsNotTheNextArticle() {
            var outline = outline(
                    DECREE
                            + "Điều 1. Một\ntheo quy định tại khoản 1\nĐiều 2 Nghị định này trong 05 năm\nliền kề.\nĐiều 2. Hai\nX.\nĐiều 3 Kinh phí\nY.");
            assertThat(paths(outline)).containsExactly("dieu-1", "dieu-2", "dieu-3");
            assertThat(at(outline, "dieu-2").heading()).isEqualTo("Hai");
        }

        @Test
        void wordsThatOnlyResembleUnits() {
            var outline = outline(
                    DECREE
                            + "Điều 1. Mức thưởng\n1. Các mức:\nMức 1: 50 lần lương;\nMức 2: 30 lần lương;\nPhần 2 của giải thưởng không tính.\n2. Khác.");
            assertThat(paths(outline))
                    .containsExactly(
                            "dieu-1",
                            "dieu-1/khoan-1",
                            "dieu-1/khoan-1/doan-2",
                            "dieu-1/khoan-1/doan-3",
                            "dieu-1/khoan-1/doan-4",
                            "dieu-1/khoan-2");
        }

        @Test
        void theTitleOfAChapterIsNoSignatureAndNoNewText() {
            var outline = outline(DECREE + """
                    Điều 1. Một
                    X.
                    Chương II
                    VĂN BẢN CỦA CHÍNH PHỦ,
                    THỦ TƯỚNG CHÍNH PHỦ
                    Mục 1
                    DANH MỤC VĂN BẢN QUY ĐỊNH CHI TIẾT
                    NGHỊ QUYẾT CỦA QUỐC HỘI
                    Điều 2. Hai
                    Y.
                    """);
            assertThat(outline.bodies()).hasSize(1);
            assertThat(paths(outline)).containsExactly("dieu-1", "chuong-2", "chuong-2/muc-1", "dieu-2");
            assertThat(at(outline, "chuong-2").heading()).isEqualTo("VĂN BẢN CỦA CHÍNH PHỦ, THỦ TƯỚNG CHÍNH PHỦ");
        }

        @Test
        void unnumberedTextKeepsItsOrder() {
            var outline = outline(DECREE + """
                    Điều 1. Một
                    1. Khoản:
                    a) Trình tự:
                    Tiếp nhận hồ sơ;
                    Trả kết quả.
                    Câu chung của khoản.
                    Trường hợp khác;
                    2. Khoản hai.
                    """);
            assertThat(at(outline, "dieu-1/khoan-1/diem-a").children())
                    .extracting(Provision::text)
                    .containsExactly("Tiếp nhận hồ sơ;", "Trả kết quả.");
            assertThat(at(outline, "dieu-1/khoan-1").children().subList(1, 3))
                    .extracting(Provision::text)
                    .containsExactly("Câu chung của khoản.", "Trường hợp khác;");
        }

        @Test
        void aTitleWithAFullStopIsATitleWhereAllOthersAre() {
            String others = "Điều 1. Một\nX.\nĐiều 2. Hai\nX.\nĐiều 3. Ba\nX.\n";
            String more = "Điều 6. Sáu\nX.\nĐiều 7. Bảy\nX.\nĐiều 8. Tám\nX.";
            var outline = outline(DECREE + others
                    + "Điều 4. Thông báo tạm ngừng hoạt động.\n1. Khoản.\n2. Khoản.\nĐiều 5. Luật này có hiệu lực từ ngày ký.\nLuật này thay thế luật cũ.\n"
                    + more);
            assertThat(at(outline, "dieu-4").heading()).isEqualTo("Thông báo tạm ngừng hoạt động.");
            assertThat(at(outline, "dieu-5").heading()).isNull();
        }
    }

    @Nested
    class Options {

        @Test
        void ofOneClause() {
            var outline = outline(DECREE + """
                    Điều 16. Kinh phí hoạt động
                    1. Phương án 1: Bố trí trong dự toán của Sở Khoa học và Công nghệ.
                    Phương án 2: Bố trí trong dự toán của Văn phòng Tỉnh ủy.
                    2. Khuyến khích huy động nguồn khác.
                    """);
            assertThat(paths(outline))
                    .containsExactly(
                            "dieu-16",
                            "dieu-16/khoan-1",
                            "dieu-16/khoan-1/phuong-an-1",
                            "dieu-16/khoan-1/phuong-an-2",
                            "dieu-16/khoan-2");
            assertThat(at(outline, "dieu-16/khoan-1/phuong-an-1").text()).startsWith("Bố trí");
            assertThat(at(outline, "dieu-16/khoan-1").text()).isEmpty();
        }

        @Test
        void writtenShort() {
            var outline = outline(DECREE + """
                    Điều 16. Kinh phí hoạt động
                    1. Nguồn kinh phí:
                    PA1: Bố trí trong dự toán của Sở Khoa học và Công nghệ.
                    PA 2. Bố trí trong dự toán của Văn phòng Tỉnh ủy.
                    2. PAKN gửi về Sở.
                    """);
            assertThat(paths(outline))
                    .containsExactly(
                            "dieu-16",
                            "dieu-16/khoan-1",
                            "dieu-16/khoan-1/phuong-an-1",
                            "dieu-16/khoan-1/phuong-an-2",
                            "dieu-16/khoan-2");
        }

        @Test
        void thatAreNumberedClausesStayClauses() {
            var outline =
                    outline(DECREE + "Điều 1. Một\n1. Phương án 1: giữ nguyên.\n2. Phương án 2: sửa đổi.\n3. Khác.");
            assertThat(paths(outline)).containsExactly("dieu-1", "dieu-1/khoan-1", "dieu-1/khoan-2", "dieu-1/khoan-3");
        }
    }

    @Test
    void whatAPortalAddsIsDropped() {
        var outline = outline("Hiệu lực: Hết hiệu lực\nNgày có hiệu lực: 01/01/2018\n" + DECREE
                + "Điều 1. Một\nX.\nTM. CHÍNH PHỦ\nThủ tướng\nTải file đính kèm\nBản PDF:\n100.pdf\nGửi phản hồi");
        assertThat(outline.bodies().getFirst().head()).startsWith("CHÍNH PHỦ");
        assertThat(outline.bodies().getFirst().closing()).endsWith("Thủ tướng");
        assertThat(outline.dropped()).extracting(Dropped::why).containsOnly(Dropped.Why.PORTAL_MENU);
    }

    @Test
    void annexesWithTheirTitleOnTheSameLine() {
        var outline = outline(
                DECREE
                        + "Điều 1. Một\nTheo Phụ lục I ban hành kèm theo Nghị định này./.\nNơi nhận:\n- Lưu: VT.\nTM. CHÍNH PHỦ\n"
                        + "Phụ lục I: DANH MỤC TÀI KHOẢN\nNội dung.\nPhụ lục II. Mẫu sổ\n(Kèm theo Nghị định số 187/2025/NĐ-CP)\nNội dung.");
        assertThat(outline.annexes()).extracting(Annex::path).containsExactly("phu-luc-1", "phu-luc-2");
    }

    @Test
    void formsOfAnAnnexAreAnnexesWithTheirNumbers() {
        var outline = outline("""
                PHỤ LỤC III
                MẪU TRÌNH BÀY
                (Kèm theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ)
                I. BẢNG CHỮ VIẾT TẮT
                Nội dung.
                MẪU 1.1 - NGHỊ QUYẾT
                Điều 1. Nội dung
                MẪU 1.2 - QUYẾT ĐỊNH
                Điều 1. Nội dung
                """);
        assertThat(outline.annexes()).extracting(Annex::path).isEqualTo(List.of("mau-1-1", "mau-1-2"));
        assertThat(outline.number()).isNull();
    }
}
