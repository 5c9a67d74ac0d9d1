package vn.gopy.legaltext.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Sentence.Unit;
import vn.gopy.legaltext.Sentence.Wording;

class NumberRemarksTest {

    @Test
    void aNumberThatComesTooLateIsNamedWithTheOneBeforeIt() {
        Marker before = Marker.ofTyped("đ) Một;");
        Marker next = Marker.ofTyped("c) Hai;");
        assertThat(NumberRemarks.after(Objects.requireNonNull(before), Objects.requireNonNull(next)))
                .isEqualTo(Sentence.of(Wording.NUMBER_BEHIND, Unit.LETTER, "c", Unit.LETTER, "đ"));
        assertThat(NumberRemarks.gap(Marker.ofTyped("II. Một"), Objects.requireNonNull(Marker.ofTyped("IV. Hai"))))
                .isEqualTo(Sentence.of(Wording.NUMBERS_MISSING, Unit.HEADING, "III", "IV"));
    }
}
