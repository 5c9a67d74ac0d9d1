package vn.gopy.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.OutlineFixture;

class OutlineCommandTest {

    @Test
    void aWarningIsItsCodeItsPlaceAndASentence() {
        String line = OutlineCommand.json(OutlineFixture.outline("Điều 1. Một\nX.\nĐiều 3. Ba\nX."));
        assertThat(line)
                .contains("\"warnings\":[{\"code\":\"NUMBER_GAP\",\"path\":\"dieu-3\","
                        + "\"message\":\"Thiếu Điều 2 trước Điều 3\"}]")
                .doesNotContain("\n", "wording", "\"problem\"");
    }
}
