package vn.gopy.legaltext.head;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.legaltext.Regime;

class DocumentNumberTest {

    @ParameterizedTest
    @CsvSource({
        "Số: 30/2020/NĐ-CP, 30/2020/NĐ-CP, STATE_QPPL",
        "Số  94 /1998/NĐ-CP, 94/1998/NĐ-CP, STATE_QPPL",
        "Số: 80/2015/QH13, 80/2015/QH13, STATE_QPPL",
        "Số: 61/2018/nđ-cp, 61/2018/NĐ-CP, STATE_QPPL",
        "Số: 61/2018/NĐ\u2011CP, 61/2018/NĐ-CP, STATE_QPPL",
        "Số: 61/2018/NĐCP, 61/2018/NĐ-CP, STATE_QPPL",
        "Số: 141/2014/NQ-HDND, 141/2014/NQ-HĐND, STATE_QPPL",
        "Số: 3010/QĐ-UBND, 3010/QĐ-UBND, STATE_ADMIN",
        "Số: 9777/UBND-NNMT, 9777/UBND-NNMT, STATE_ADMIN",
        "Số 57-NQ/TW, 57-NQ/TW, PARTY",
        "số31-QĐ/TW, 31-QĐ/TW, PARTY",
        "Số 02-KH/BCĐ, 02-KH/BCĐ, PARTY",
        "Số: 05/2009/TTLT-BKHĐT-BNV, 05/2009/TTLT-BKHĐT-BNV, STATE_QPPL",
        "Số: 12/1999/TTLT/BTC-BVHTT, 12/1999/TTLT/BTC-BVHTT, STATE_QPPL",
        "Số: 04/2002/TTLT/BTC/BKHĐT-BXD, 04/2002/TTLT/BTC/BKHĐT-BXD, STATE_QPPL",
        "Số: 03 /2005/ TTLT / BNV - BTC - UBDT, 03/2005/TTLT/BNV-BTC-UBDT, STATE_QPPL",
        "Số: 05-TTLT/VKSTC-TATC-BNV, 05-TTLT/VKSTC-TATC-BNV, STATE_QPPL",
        "Số: 1085/QĐ-TTg, 1085/QĐ-TTg, STATE_ADMIN"
    })
    void canonicalForm(String printed, String canonical, Regime regime) {
        assertThat(DocumentNumber.find(printed)).hasValueSatisfying(number -> {
            assertThat(number.canonical()).isEqualTo(canonical);
            assertThat(number.regime()).isEqualTo(regime);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Số:      -QĐ/TU, QĐ, PARTY",
        "Số:      /QĐ-UBND, QĐ, STATE_ADMIN",
        "Số: .../2026/QĐ-UBND, QĐ, STATE_QPPL",
        "Số -CTr/TU, CTr, PARTY"
    })
    void aBlankNumberStillTellsTypeAndRegime(String printed, String type, Regime regime) {
        assertThat(DocumentNumber.find(printed)).hasValueSatisfying(number -> {
            assertThat(number.canonical()).isNull();
            assertThat(number.type()).isEqualTo(type);
            assertThat(number.regime()).isEqualTo(regime);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"61/2018/NĐCP", "61/2018/NĐ‑CP", "061/2018/nđ-cp", "61 / 2018 / NĐ - CP"})
    void spellingsOfOneNumberHaveOneKey(String printed) {
        assertThat(DocumentNumber.key(printed)).isEqualTo(DocumentNumber.key("61/2018/NĐ-CP"));
    }

    @Test
    void noNumber() {
        assertThat(DocumentNumber.find("Hà Nội, ngày 5 tháng 3 năm 2020")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2l6/SNV-CCHC, 216/SNV-CCHC",
        "1O5/QĐ-UBND, 105/QĐ-UBND",
        "I2/KH-UBND, 12/KH-UBND",
        "12B/QĐ-UBND, 12B/QĐ-UBND",
        "05a/TB-UBND, 05a/TB-UBND",
        "SB/QĐ-UBND, ''"
    })
    void aLetterAmongTheDigitsIsOneOfThem(String printed, String canonical) {
        assertThat(DocumentNumber.find(printed).map(DocumentNumber::canonical).orElse(""))
                .isEqualTo(canonical);
    }
}
