package vn.gopy.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.Refused;

class TextGateTest {

    @ParameterizedTest
    @EnumSource
    void whatIsComposedOfPartsIsKeptComposed(TextGate gate) {
        String written = Normalizer.normalize("Đ-Quyết", Normalizer.Form.NFD);

        assertThat(gate.pass(written)).isEqualTo("Đ-Quyết").isNotEqualTo(written);
    }

    @Test
    void linesEndInOneWay() {
        assertThat(TextGate.TEXT.pass("a\r\nb\rc\u2028d\u000Be\u0085f\fg")).isEqualTo("a\nb\nc\nd\ne\nf\ng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u009Fb", "a\uD800b", "a\uDC00", "a\uFFFEb", "a\uFDD0b"})
    void charactersOfNoTextAreRefusedInEveryKindButFileNames(String written) {
        for (TextGate gate : TextGate.values()) {
            if (gate == TextGate.FILE_NAME) {
                assertThat(gate.pass(written)).startsWith("a").doesNotContainPattern("[\\p{Cc}\\p{Cs}]");
            } else {
                assertThat(Refused.by(() -> gate.pass(written))).as("%s", gate).isEqualTo("422 CHARACTERS_WRONG");
            }
        }
    }

    @Test
    void tabsAndLineBreaksAreRefusedInNamesAndBecomeSpacesInTitles() {
        for (TextGate gate : List.of(TextGate.NAME, TextGate.NUMBER)) {
            assertThat(Refused.by(() -> gate.pass("Sở\tThử"))).isEqualTo("422 CHARACTERS_WRONG");
            assertThat(Refused.by(() -> gate.pass("Sở\r\nThử"))).isEqualTo("422 CHARACTERS_WRONG");
        }
        assertThat(TextGate.TITLE.pass("Quyết định \r\n\tban hành ")).isEqualTo("Quyết định ban hành");
        assertThat(TextGate.TEXT.pass("a\tb\n c")).isEqualTo("a\tb\n c");
    }

    @Test
    void wordsOfOneLineStandOneSpaceApart() {
        for (TextGate gate : List.of(TextGate.TITLE, TextGate.NAME, TextGate.NUMBER, TextGate.QUESTION)) {
            assertThat(gate.pass(" quỹ  sáng\u00A0\u2003kiến ")).isEqualTo("quỹ sáng kiến");
        }
        assertThat(TextGate.TEXT.pass("quỹ  sáng")).isEqualTo("quỹ  sáng");
    }

    @Test
    void aNameThatWasFoundInAFileIsNeverRefused() {
        String written = Normalizer.normalize(" Sở\tTài\u0000 chính\r\n\u202Eđội\uD83D ", Normalizer.Form.NFD);

        assertThat(TextGate.NAME.found(written)).isEqualTo("Sở Tài chính đội");
        assertThat(TextGate.NAME.found("𝒜".repeat(300))).isEqualTo("𝒜".repeat(199) + "…");
        assertThat(TextGate.NAME.found("\u200B")).isEmpty();
    }

    @Test
    void linesThatArePrintedHoldNothingThatNoTextHolds() {
        assertThat(TextGate.lines("a\r\nb\r\n\u000Cc\td\u0001\uD83D\uFFFE")).containsExactly("a", "b", "", "c\td");
        assertThat(TextGate.lines("")).containsExactly("");
    }

    @ParameterizedTest
    @EnumSource
    void whatTurnsTheWritingOrCannotBeSeenIsLeftOut(TextGate gate) {
        assertThat(gate.pass("a\u202Eb\u2066c\u200Fd\u200Be\uFEFFf\u00ADg\u2060h"))
                .isEqualTo("abcdefgh");
    }

    @Test
    void joinersStayBetweenLetters() {
        assertThat(TextGate.TEXT.pass("👨\u200D👩")).isEqualTo("👨\u200D👩");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "\u00A0\u2003", "\u200B\u200D", "\u3164", "\u2800 \u115F", "\u0301\u0302", "\u202E"})
    void whatIsInvisibleAsAWholeIsNoName(String written) {
        assertThat(TextGate.NAME.pass(written)).isEmpty();
        assertThat(Refused.by(() -> TextGate.TITLE.require(written, "TITLE_MISSING")))
                .isEqualTo("422 TITLE_MISSING");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FILE_NAME")
    void exactlyTheLengthOfItsKindIsTaken(TextGate gate) {
        String full = "𝒜".repeat(gate.most());

        assertThat(gate.pass(full)).isEqualTo(full);
        assertThat(Refused.by(() -> gate.pass(full + "a")))
                .isIn("422 NAME_TOO_LONG", "422 LINE_TOO_LONG", "422 TEXT_TOO_LONG");
    }

    @Test
    void aWordingKeepsItsSpacesAtBothEnds() {
        assertThat(TextGate.WORDING.pass(" của Ban ")).isEqualTo(" của Ban ");
        assertThat(TextGate.WORDING.passOrNull(null)).isNull();
    }

    @Test
    void aFileNameIsALastPartOnOneLineThatShowsItsEnding() {
        assertThat(TextGate.FILE_NAME.pass("../../etc/Dự thảo.docx")).isEqualTo("Dự thảo.docx");
        assertThat(TextGate.FILE_NAME.pass("C:\\a\\Dự thảo.docx")).isEqualTo("Dự thảo.docx");
        assertThat(TextGate.FILE_NAME.pass("a\r\nX-Evil: 1\u0000.docx")).isEqualTo("a X-Evil: 1.docx");
        assertThat(TextGate.FILE_NAME.pass("tên\u202Etxt.exe")).isEqualTo("têntxt.exe");
        assertThat(TextGate.FILE_NAME.pass("x".repeat(300) + ".docx"))
                .hasSize(Limits.NAME)
                .endsWith("….docx");
    }
}
