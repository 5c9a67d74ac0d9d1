package vn.gopy.consolidation.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of a round are known however a submission writes them, and nothing else is taken for one. */
class WrittenFiguresTest {

    private static List<String> found(String... paragraphs) {
        return WrittenFigures.in(List.of(paragraphs)).stream()
                .map(one -> one.figure() + " " + one.number())
                .toList();
    }

    @Test
    void theParagraphThatIsCopiedIsReadWhole() {
        assertThat(found(
                        "Tổng số được lấy ý kiến: 26 (17 cơ quan, đơn vị, địa phương; 06 thành viên; 03 chuyên gia); đã trả lời: 24,"
                                + " trong đó nhất trí: 05; nhất trí, có ý kiến: 17; không nhất trí: 01; trả lời bằng văn bản"
                                + " quản lý theo chế độ mật, không thể hiện trong Bảng này: 01. Không có ý kiến trả lời: 02"
                                + " (xem như thống nhất theo Công văn số 1105/SKHCN-CĐS). Tổng số ý kiến: 35, trong đó tiếp"
                                + " thu: 21; tiếp thu một phần: 09; giải trình: 04; ghi nhận: 01."))
                .containsExactly(
                        "ASKED 26",
                        "ANSWERED 24",
                        "AGREED 5",
                        "AGREED_WITH_OPINIONS 17",
                        "OBJECTED 1",
                        "CLASSIFIED 1",
                        "NO_ANSWER 2",
                        "OPINIONS 35",
                        "ACCEPTED 21",
                        "PARTLY_ACCEPTED 9",
                        "KEPT 4",
                        "NOTED 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tờ trình ghi: có 23 cơ quan trả lời.                     | ANSWERED 23
            Đến nay, 24 cơ quan, đơn vị đã trả lời                   | ANSWERED 24
            có 21 ý kiến được tiếp thu                               | ACCEPTED 21
            09 ý kiến tiếp thu một phần                              | PARTLY_ACCEPTED 9
            Giải trình 04 ý kiến                                     | KEPT 4
            Tổng số ý kiến nhận được là 35 ý kiến                    | OPINIONS 35
            01 cơ quan không nhất trí                                | OBJECTED 1
            """)
    void eachWayOfWritingIsKnown(String sentence, String figure) {
        assertThat(found(sentence)).contains(figure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Các ý kiến thống nhất với Điều 7 của dự thảo.
            Tiếp thu ý kiến tại khoản 2 Điều 7, cơ quan soạn thảo đã sửa thời hạn.
            Theo Công văn số 1105/SKHCN-CĐS ngày 14/10/2026, các cơ quan đã trả lời.
            Đã trả lời ngày 24 tháng 11 năm 2026.
            Trả lời trong thời hạn 05 ngày làm việc.
            """)
    void numbersOfOtherThingsAreNone(String sentence) {
        assertThat(found(sentence)).isEmpty();
    }

    @Test
    void whereItStandsIsTold() {
        String sentence = "Có 23 cơ quan trả lời.";
        assertThat(WrittenFigures.in(List.of("Mở đầu", sentence)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.line()).isEqualTo(1);
                    assertThat(sentence.substring(one.from(), one.to())).isEqualTo("23");
                });
    }
}
