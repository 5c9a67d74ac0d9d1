package vn.gopy.vietnamese.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvenSpellingTest {

    @Test
    void spellingsThatAreBothRightAreOne() {
        assertThat(EvenSpelling.of("HOÀ")).isEqualTo("hòa");
        assertThat(EvenSpelling.of("thuỷ")).isEqualTo("thủy");
        assertThat(EvenSpelling.of("Uỷ")).isEqualTo("ủy");
        assertThat(EvenSpelling.of("kĩ")).isEqualTo(EvenSpelling.of("kỹ"));
        assertThat(EvenSpelling.of("e\u0302\u0301")).isEqualTo("ế");
        assertThat(EvenSpelling.of("Đắk")).isEqualTo(EvenSpelling.of("ĐẮC"));
        assertThat(EvenSpelling.of("Đăk")).isEqualTo(EvenSpelling.of("Đắc"));
        assertThat(EvenSpelling.of("Kạn")).isEqualTo(EvenSpelling.of("Cạn"));
    }

    @Test
    void otherWordsStayApart() {
        assertThat(EvenSpelling.of("hoa")).isNotEqualTo(EvenSpelling.of("hòa"));
        assertThat(EvenSpelling.of("tai")).isNotEqualTo(EvenSpelling.of("tay"));
        assertThat(EvenSpelling.of("đặc")).isNotEqualTo(EvenSpelling.of("Đắk"));
        assertThat(EvenSpelling.of("mark")).isEqualTo("mark");
    }
}
