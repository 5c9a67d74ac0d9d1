package vn.gopy.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What old browsers are given holds nothing that they cannot read. */
class PlainSheetTest {

    @Test
    void theSheetOfPlainPagesHasOneValueForEachColourOfEachLook() {
        String sheet = new String(BrowserFiles.plainStyle(), StandardCharsets.UTF_8);

        assertThat(sheet)
                .doesNotContain(
                        "light-dark(",
                        ":is(",
                        ":where(",
                        "oklch(",
                        "color-mix(",
                        "\ngap:",
                        " gap:",
                        "inset:",
                        "clamp(",
                        "&");
        assertThat(sheet).containsPattern("--gy-ground:\\s+#f3f1ec;").containsPattern("--gy-ground:\\s+#131417;");
        assertThat(sheet.chars().filter(sign -> sign == '{').count())
                .isEqualTo(sheet.chars().filter(sign -> sign == '}').count());
    }

    @Test
    void theSheetOfTheScreensHasThemForTheWayInOnOldBrowsers() {
        assertThat(new String(BrowserFiles.style(), StandardCharsets.UTF_8))
                .containsPattern(
                        "(?s)@supports not \\(color: light-dark\\(red, red\\)\\) \\{.*--gy-accent-fill:\\s+#2b3a7c;");
    }

    @Test
    void theCheckIsWrittenInWordsThatTheOldestBrowserReads() {
        assertThat(BrowserFiles.inline("frame/old.js"))
                .contains("popover", "union", "light-dark")
                .doesNotContain("=>", "const ", "let ", "`", "?.", "??", "...");
    }
}
