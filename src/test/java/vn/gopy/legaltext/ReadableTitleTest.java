package vn.gopy.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadableTitleTest {

    @Test
    void wordsAreWrittenAsTheTextWritesThem() {
        Outline outline = OutlineFixture.outline("""
                ỦY BAN NHÂN DÂN
                TỈNH LÂM SƠN
                Số: 12/2026/QĐ-UBND
                QUYẾT ĐỊNH
                QUY ĐỊNH VỀ ĐỘI KIỂM TRA CỦA SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH LÂM SƠN
                Căn cứ Luật Đất đai số 31/2024/QH15;
                Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tỉnh Lâm Sơn.
                Điều 1. Phạm vi điều chỉnh
                Đội kiểm tra làm việc theo Quyết định này. Sở Nông nghiệp và Môi trường quy định về đội kiểm tra.
                """);

        assertThat(outline.title()).startsWith("QUY ĐỊNH VỀ ĐỘI");
        assertThat(ReadableTitle.of(outline.title(), outline))
                .isEqualTo("Quy định về đội kiểm tra của Sở Nông nghiệp và Môi trường tỉnh Lâm Sơn");
    }

    @Test
    void symbolsNumeralsAndAbbreviationsStayAsTheyAre() {
        assertThat(ReadableTitle.of("HƯỚNG DẪN NGHỊ ĐỊNH SỐ 186/2025/NĐ-CP CỦA CHÍNH PHỦ, KHÓA XII, KỲ HỌP THỨ TƯ"))
                .isEqualTo("Hướng dẫn nghị định số 186/2025/NĐ-CP của Chính phủ, khóa XII, kỳ họp thứ tư");
        assertThat(ReadableTitle.of("LUẬT SỐ 16/1999/QH10 NƯỚC VIỆT NAM"))
                .isEqualTo("Luật số 16/1999/QH10 nước Việt Nam");
        assertThat(ReadableTitle.of("QUY CHẾ CỦA UBND VỀ OCOP")).isEqualTo("Quy chế của UBND về OCOP");
        assertThat(ReadableTitle.of("XỬ PHẠT VI PHẠM, CHƯƠNG VI")).isEqualTo("Xử phạt vi phạm, chương VI");
    }

    @Test
    void theNameOfALawBeginsWithACapital() {
        assertThat(ReadableTitle.of("LUẬT ĐẤT ĐAI")).isEqualTo("Luật Đất đai");
        assertThat(ReadableTitle.of("BỘ LUẬT HÌNH SỰ")).isEqualTo("Bộ luật Hình sự");
        assertThat(ReadableTitle.of("LUẬT SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU"))
                .isEqualTo("Luật sửa đổi, bổ sung một số điều");
    }

    @Test
    void onlyTheCapitalsOfAMixedTitleAreRead() {
        assertThat(ReadableTitle.of("NGHỊ ĐỊNH CỦA CHÍNH PHỦ Về đăng ký kinh doanh của UBND"))
                .isEqualTo("Nghị định của Chính phủ Về đăng ký kinh doanh của UBND");
        assertThat(ReadableTitle.of("Phụ lục I THỂ THỨC, KỸ THUẬT")).isEqualTo("Phụ lục I thể thức, kỹ thuật");
    }

    @Test
    void aTitleInMixedLettersIsLeftAlone() {
        assertThat(List.of("Về việc thành lập Tổ tư vấn", ""))
                .allSatisfy(title -> assertThat(ReadableTitle.of(title)).isEqualTo(title));
    }
}
