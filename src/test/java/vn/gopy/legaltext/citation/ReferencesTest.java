package vn.gopy.legaltext.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.InWords;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.OutlineFixture;
import vn.gopy.legaltext.Warning;

/** What the citations of a document point to in it, and which of them find nothing. */
class ReferencesTest {

    private static final String DECISION = """
            ỦY BAN NHÂN DÂN
            TỈNH THÁI NGUYÊN
            Số: 12/2026/QĐ-UBND
            QUYẾT ĐỊNH
            Ban hành Quy chế làm việc của Tổ tư vấn
            Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
            Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
            QUYẾT ĐỊNH:
            Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Tổ tư vấn.
            Điều 2. Quyết định này có hiệu lực từ ngày ký. Tổ trưởng thực hiện Điều 3 của Quy chế này.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            QUY CHẾ
            Làm việc của Tổ tư vấn
            (Ban hành kèm theo Quyết định số 12/2026/QĐ-UBND)
            Chương I
            QUY ĐỊNH CHUNG
            Điều 1. Phạm vi điều chỉnh
            Quy chế này quy định về làm việc của Tổ tư vấn.
            Điều 2. Nguyên tắc
            1. Tập thể bàn bạc theo điểm b khoản 2 Điều này.
            2. Tổ trưởng quyết định:
            a) Nội dung họp;
            b) Thành phần họp.
            3. %s
            Điều 3. Chế độ họp
            Tổ họp mỗi quý một lần.
            Nơi nhận:
            - Như trên;
            - Lưu: VT.
            """;

    private static Outline outline(String sentence) {
        return OutlineFixture.outline(DECISION.formatted(sentence));
    }

    private static List<String> dangling(String sentence) {
        return outline(sentence).warnings().stream()
                .filter(warning -> warning.code() == Warning.Code.DANGLING_REFERENCE)
                .map(warning -> warning.path() + ": " + InWords.of(warning))
                .toList();
    }

    private static List<Reference> at(Outline outline, String body, String place) {
        return References.of(outline).stream()
                .filter(reference ->
                        reference.body().equals(body) && reference.place().equals(place))
                .toList();
    }

    @Test
    void aRelativeCitationPointsBesideItself() {
        assertThat(at(outline("Không."), "QC", "dieu-2/khoan-1"))
                .extracting(Reference::targetBody, Reference::targets)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("QC", List.of("dieu-2/khoan-2/diem-b")));
    }

    @Test
    void theAttachedTextIsCitedByItsKind() {
        assertThat(at(outline("Không."), "QD", "dieu-2"))
                .filteredOn(reference -> !reference.citation().units().isEmpty())
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.targetBody()).isEqualTo("QC");
                    assertThat(reference.targets()).containsExactly("dieu-3");
                });
    }

    @Test
    void aRangeTakesInWhatWasInserted() {
        String text =
                DECISION.replace("Điều 3. Chế độ họp", "Điều 2a. Thành viên\nTổ có 9 thành viên.\nĐiều 3. Chế độ họp");
        Outline outline = OutlineFixture.outline(text.formatted("Theo quy định từ Điều 1 đến Điều 3 Quy chế này."));
        assertThat(at(outline, "QC", "dieu-2/khoan-3").getFirst().targets())
                .containsExactly("dieu-1", "dieu-2", "dieu-2a", "dieu-3");
    }

    @Test
    void whatIsNotThereIsTold() {
        assertThat(dangling("Theo điểm đ khoản 2 Điều này và khoản 5 Điều 2 Quy chế này; theo Điều 9."))
                .containsExactly(
                        "dieu-2/khoan-3: Viện dẫn sai: khoản 2 Điều 2 không có điểm đ",
                        "dieu-2/khoan-3: Viện dẫn sai: Điều 2 không có khoản 5",
                        "dieu-2/khoan-3: Viện dẫn sai: văn bản không có Điều 9");
        assertThat(dangling("Theo Điều 3 của Quyết định này."))
                .containsExactly("dieu-2/khoan-3: Viện dẫn sai: văn bản không có Điều 3");
    }

    @Test
    void anAnnexThatIsCitedAndNotInTheFileIsToldOnce() {
        assertThat(dangling("Theo mẫu tại Phụ lục II ban hành kèm theo Quy chế này; báo cáo theo Phụ lục II."))
                .containsExactly(
                        "dieu-2/khoan-3: “Phụ lục II ban hành kèm theo Quy chế này” được nhắc đến nhưng không có trong tệp");
        assertThat(dangling("Báo cáo theo mẫu tại Phụ lục II ban hành kèm theo Quy chế này."))
                .containsExactly(
                        "dieu-2/khoan-3: “Phụ lục II ban hành kèm theo Quy chế này” được nhắc đến nhưng không có trong tệp");
        assertThat(dangling("Theo Phụ lục kèm theo Quyết định này."))
                .containsExactly(
                        "dieu-2/khoan-3: “Phụ lục kèm theo Quyết định này” được nhắc đến nhưng không có trong tệp");
        assertThat(dangling("Theo Mẫu số 01 Phụ lục III ban hành kèm theo Quyết định này."))
                .containsExactly(
                        "dieu-2/khoan-3: “Phụ lục III ban hành kèm theo Quyết định này” được nhắc đến nhưng không có trong tệp");
        assertThat(dangling("Theo Phụ lục II Nghị định số 30/2020/NĐ-CP; phụ lục hợp đồng; Phụ lục của Nghị định này."))
                .isEmpty();
    }

    @Test
    void annexesThatAreInTheFileAreNotMissed() {
        String two = DECISION + "PHỤ LỤC I\nBIỂU MẪU\nNội dung.\nPHỤ LỤC II\nMỨC CHI\nNội dung.\n";
        assertThat(OutlineFixture.outline(two.formatted("Theo Phụ lục I, II ban hành kèm theo Quy chế này."))
                        .warnings())
                .noneMatch(warning -> warning.code() == Warning.Code.DANGLING_REFERENCE);
        assertThat(OutlineFixture.outline(two.formatted("Theo Phụ lục ban hành kèm theo Quyết định này."))
                        .warnings())
                .as("all of them")
                .noneMatch(warning -> warning.code() == Warning.Code.DANGLING_REFERENCE);
        assertThat(OutlineFixture.outline(two.formatted("Theo Phụ lục I và Phụ lục III ban hành kèm theo Quy chế này."))
                        .warnings())
                .filteredOn(warning -> warning.code() == Warning.Code.DANGLING_REFERENCE)
                .singleElement()
                .satisfies(warning -> assertThat(InWords.of(warning)).contains("Phụ lục III"));
        String form = DECISION + "PHỤ LỤC\nBIỂU MẪU\nNội dung.\n";
        assertThat(OutlineFixture.outline(form.formatted("Theo Phụ lục I ban hành kèm theo Quy chế này."))
                        .warnings())
                .as("the annex may be the one, without its number")
                .noneMatch(warning -> warning.code() == Warning.Code.DANGLING_REFERENCE);
    }

    @Test
    void whatIsThereOrMayMeanAnotherTextIsNotTold() {
        for (String sentence : List.of(
                "Theo các điểm a, b khoản 2 Điều này, Điều 1 và từ Điều 1 đến Điều 3.",
                "Theo Điều 40 của Luật Đầu tư công năm 2019, khoản 9 Điều 41 của Luật đó.",
                "Theo Điều 40 Công ước Viên; khoản 9 của Điều lệ Đảng.",
                "Thay cụm từ “theo khoản 9 Điều này” bằng cụm từ “theo Điều 70”.",
                "Trường hợp tại khoản 9 Điều 2 thì áp dụng Nghị định số 30/2020/NĐ-CP.",
                "Theo Điều 77 của Nghị định này.",
                "Điều 5 triệu người, khoản 9 triệu đồng.")) {
            assertThat(dangling(sentence)).as(sentence).isEmpty();
        }
    }

    @Test
    void anAmendingArticleSpeaksOfTheLawItAmends() {
        Outline outline = OutlineFixture.outline("""
                QUỐC HỘI
                Luật số: 34/2026/QH16
                LUẬT
                SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT GIÁO DỤC ĐẠI HỌC
                Điều 1. Sửa đổi, bổ sung một số điều của Luật Giáo dục đại học
                1. Sửa đổi, bổ sung khoản 7 Điều 49 như sau:
                “7. Theo khoản 9 Điều này và Điều 70 của Luật này.”
                2. Bãi bỏ Điều 50.
                Điều 2. Hiệu lực thi hành
                Luật này có hiệu lực từ ngày 01 tháng 7 năm 2026, trừ khoản 1 Điều 1 của Luật này.
                Luật này được Quốc hội khóa XVI thông qua ngày 10 tháng 6 năm 2026.
                CHỦ TỊCH QUỐC HỘI
                """);
        assertThat(outline.warnings()).noneMatch(warning -> warning.code() == Warning.Code.DANGLING_REFERENCE);
        assertThat(at(outline, "LUAT", "dieu-1/khoan-1"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                Objects.requireNonNull(reference.document()).name())
                        .isEqualTo("Giáo dục đại học"));
        assertThat(at(outline, "LUAT", "dieu-1/khoan-1"))
                .extracting(Reference::path)
                .contains("dieu-49/khoan-7", "dieu-49/khoan-9", "dieu-70");
        assertThat(at(outline, "LUAT", "dieu-2").stream().flatMap(reference -> reference.targets().stream()))
                .containsExactly("dieu-1/khoan-1");
    }

    @Test
    void partsOfALawSayNothingOfItsOtherParts() {
        Outline outline = OutlineFixture.outline("""
                LUẬT
                ĐẤT ĐAI
                Điều 1. Phạm vi điều chỉnh
                Luật này quy định về đất đai, trừ Điều 200 của Luật này.
                Điều 2. Đối tượng áp dụng
                Cơ quan nhà nước.
                """);
        assertThat(outline.warnings()).noneMatch(warning -> warning.code() == Warning.Code.DANGLING_REFERENCE);
    }

    @Test
    void headingsOfAPlanAreFoundByTheirNumbers() {
        Outline outline = OutlineFixture.outline("""
                KẾ HOẠCH
                Chuyển đổi số năm 2026
                I. MỤC TIÊU
                1. Mục tiêu chung
                Nâng cao chất lượng.
                II. NHIỆM VỤ
                1. Hạ tầng
                1.1. Trung tâm dữ liệu tỉnh.
                1.2. Mạng truyền số liệu, theo khoản 1 mục I và điểm 1.1 khoản 1 Mục II Kế hoạch này.
                """);
        assertThat(References.of(outline).stream().flatMap(reference -> reference.targets().stream()))
                .containsExactly("muc-1/1", "muc-2/1/1.1");
    }
}
