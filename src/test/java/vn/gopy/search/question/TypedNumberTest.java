package vn.gopy.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "61/2018/NĐ-CP",
                "61/2018/NĐCP",
                "61/2018/NĐ\u2011CP",
                "61/2018/nđ-cp",
                "61 / 2018 / NĐ - CP",
                "061/2018/NĐ-CP",
                "61/2018/NĐ\u2212CP",
                "61/2018/N\u00D0-CP",
                "61/2018/NĐ-\u0421\u0420",
                "61/2018/\u039D\u0110-C\u03A1"
            })
    void dirtyFormsAreOneNumber(String printed) {
        assertThat(TypedNumber.keysIn("Nghị định số " + printed + " của Chính phủ"))
                .containsExactlyInAnyOrder("61/2018/NĐCP", "~61/2018/NDCP", "61:ND", "61/2018");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30/2020/NĐ-CP",
                "64/2025/QH15",
                "66.19/2026/NQ-CP",
                "05/2009/TTLT-BKHĐT-BNV",
                "26/VBHN-VPQH",
                "3010/QĐ-UBND",
                "292/TTr-CAT-PC07",
                "9777/UBND-NNMT",
                "57-NQ/TW",
                "02-KH/BCĐ",
                "5053-CV/VPTW/nb",
                "30c/NQ-CP",
                "864/UBND"
            })
    void stateAndPartyNumbersAreFoundWhole(String printed) {
        assertThat(TypedNumber.findIn("theo văn bản số " + printed + ", ngày 22/12/2024"))
                .extracting(TypedNumber::printed)
                .contains(printed);
    }

    @Test
    void typedWithoutMarksTheNumberIsTheSame() {
        assertThat(TypedNumber.keysIn("15/2020/ND-CP")).contains("~15/2020/NDCP");
        assertThat(TypedNumber.keysIn("15/2020/NĐ-CP")).contains("~15/2020/NDCP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngày 22/12/2024", "50/50", "và/hoặc", "số 12", "2024-2025", "3/4 số đại biểu"})
    void otherFiguresAreNoNumbers(String text) {
        assertThat(TypedNumber.findIn(text)).isEmpty();
    }
}
