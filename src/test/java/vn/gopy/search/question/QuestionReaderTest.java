package vn.gopy.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.ProcessorTime;
import vn.gopy.search.Facet;

class QuestionReaderTest {

    @Test
    void quotedWordsAreAPhraseWhateverTheQuotes() {
        Question question = QuestionReader.read("họp \"tổ tư vấn\" “độc lập”");
        assertThat(question.phrases()).containsExactly("tổ tư vấn", "độc lập");
        assertThat(question.words()).isEqualTo("họp");
    }

    @Test
    void aMinusExcludesAWordOrAPhraseButAHyphenDoesNot() {
        Question question = QuestionReader.read("quy chế -quyết -\"ban chỉ đạo\" kinh tế - xã hội, CNTT-TT");
        assertThat(question.excluded()).containsExactlyInAnyOrder("quyết", "ban chỉ đạo");
        assertThat(question.words()).contains("kinh tế - xã hội", "CNTT-TT");
    }

    @Test
    void filtersNarrowWithAndWithoutMarks() {
        Question question = QuestionReader.read("loại:QĐ nam:2026 co-quan:SKHCN trạng-thái:\"đang lấy\" quy chế");
        assertThat(question.narrowed())
                .isEqualTo(Map.of(
                        Facet.KIND, Set.of("QĐ"),
                        Facet.YEAR, Set.of("2026"),
                        Facet.UNIT, Set.of("SKHCN"),
                        Facet.STATE, Set.of("đang lấy")));
        assertThat(question.words()).isEqualTo("quy chế");
    }

    @ParameterizedTest
    @CsvSource({
        "vien-dan:15/2020/NĐ-CP, ~15/2020/NDCP",
        "viện-dẫn:15/2020/nd-cp, ~15/2020/NDCP",
        "vien-dan:15/2020, 15/2020",
        "vien-dan:57-NQ/TW, ~57/NQ/TW",
        "vien-dan:\"nghị quyết 57\", 57:NQ"
    })
    void whatIsCitedBinds(String typed, String key) {
        Question question = QuestionReader.read("quy chế " + typed);
        assertThat(question.cited()).containsExactly(List.of(key));
        assertThat(question.words()).isEqualTo("quy chế");
        assertThat(QuestionReader.read("vien-dan:gido").cited()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nq57, 57:NQ",
        "NQ 57, 57:NQ",
        "57 nq tw, 57:NQ",
        "nghi quyet 57, 57:NQ",
        "Nghị quyết số 57, 57:NQ",
        "nđ 30, 30:ND",
        "NĐ30/2020, 30:ND",
        "kh 25 ubnd, 25:KH",
        "57-NQ/TW, 57:NQ",
        "15/2020/NĐ-CP, 15:ND",
        "15/2020, 15/2020",
        "01-NQ/TU, 1:NQ"
    })
    void documentNumbersAreLiftedOut(String typed, String key) {
        Question question = QuestionReader.read(typed);
        assertThat(question.numbers()).hasSize(1);
        assertThat(question.numbers().getFirst()).contains(key);
        assertThat(question.words()).isBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "điểm đ khoản 2 Điều 5, dieu-5/khoan-2/diem-đ",
        "điểm d khoản 2 Điều 5, dieu-5/khoan-2/diem-d",
        "'khoản 2, Điều 5', dieu-5/khoan-2",
        "Điều 5 khoản 2, dieu-5/khoan-2",
        "dieu 5, dieu-5",
        "Đ12 k1, dieu-12/khoan-1",
        "k.2 Đ.5, dieu-5/khoan-2",
        "khoản 2a của Điều 43a, dieu-43a/khoan-2a"
    })
    void placesAreLiftedOut(String typed, String path) {
        assertThat(QuestionReader.read(typed).places()).containsExactly(List.of(path));
    }

    @Test
    void typedWithoutMarksAPointMayBeEitherLetter() {
        assertThat(QuestionReader.read("diem d khoan 2 dieu 5").places())
                .containsExactly(List.of("dieu-5/khoan-2/diem-d", "dieu-5/khoan-2/diem-đ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"khoản vay 500 nghìn", "điều hành", "mục tiêu 2030", "điểm cầu", "năm 2026", "khoản 2"})
    void wordsThatOnlyLookLikePlacesStayWords(String typed) {
        Question question = QuestionReader.read(typed);
        assertThat(question.places()).isEmpty();
        assertThat(question.numbers()).isEmpty();
        assertThat(question.words()).isEqualTo(typed);
    }

    @Test
    void whatIsBehindTheLimitsIsLeftOutAndCounted() {
        assertThat(QuestionReader.read("từ ".repeat(70)).leftOut()).isEqualTo(6);
        Question endless = QuestionReader.read("x".repeat(500) + " một hai");
        assertThat(endless.leftOut()).isEqualTo(2);
        assertThat(endless.words()).hasSize(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\"",
                "\"\"",
                "-",
                "--",
                "loai:",
                "loai:\"",
                "*",
                "(((",
                "AND OR NOT",
                "a:b",
                "\\",
                "[* TO *]",
                "\u0000",
                "\uD800",
                "\u202E",
                "~~~^^^",
                "{!lucene}",
                "' OR 1=1 --",
                "<script>alert(1)</script>",
                "/.*/"
            })
    void anyInputIsReadWithoutError(String typed) {
        assertThat(QuestionReader.read(typed)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/", "điểm ", "-", "\"", "9", "loai:", "a-", " / ", "1-a/"})
    void longHostileLinesAreReadAtOnce(String piece) {
        String line = piece.repeat(100_000 / piece.length());
        assertThat(ProcessorTime.of(() -> {
                    QuestionReader.read(line);
                    TypedNumber.findIn(line);
                }))
                .isLessThan(Duration.ofSeconds(2));
    }
}
