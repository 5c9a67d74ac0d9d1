package vn.gopy.legaltext.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class NumberRemarksTest {

    @Test
    void aNumberThatComesTooLateIsNamedWithTheOneBeforeIt() {
        Marker before = Marker.ofTyped("đ) Một;");
        Marker next = Marker.ofTyped("c) Hai;");
        assertThat(NumberRemarks.after(Objects.requireNonNull(before), Objects.requireNonNull(next)))
                .isEqualTo("Điểm c đứng sau điểm đ");
        assertThat(NumberRemarks.gap(Marker.ofTyped("II. Một"), Objects.requireNonNull(Marker.ofTyped("IV. Hai"))))
                .isEqualTo("Thiếu mục III trước mục IV");
    }
}
