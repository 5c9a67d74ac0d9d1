package vn.gopy.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.gopy.IntegrationTest;
import vn.gopy.shared.ui.BrowserFiles;

@IntegrationTest
class StaticFilesTest {

    private static final Path FRONTEND = Path.of("frontend");

    @Autowired
    private MockMvc web;

    @Test
    void everyFileIsKeptForAYearBelowTheFolderOfThisBuild() throws Exception {
        for (String file : List.of(
                "reader/reader.js",
                "icons.svg",
                "fonts/noto-serif-latin-400-normal.woff2",
                "style.css",
                "lit/lit-html.js",
                "lit/directives/repeat.js")) {
            web.perform(get(BrowserFiles.at(file)))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"));
        }
    }

    @Test
    void theOneSheetHoldsTheRulesOfAllAndImportsNothing() throws Exception {
        String style = new String(BrowserFiles.style(), StandardCharsets.UTF_8);

        assertThat(style).doesNotContain("@import");
        try (Stream<Path> files = Files.walk(FRONTEND)) {
            for (Path sheet :
                    files.filter(file -> file.toString().endsWith(".css")).toList()) {
                String last = Files.readString(sheet).strip().lines().reduce("", (before, line) -> line);
                assertThat(style).as(sheet.toString()).contains(last);
            }
        }
    }

    @Test
    void noPageNamesAFileByAnAddressThatOutlivesIt() throws IOException {
        for (Path root : List.of(Path.of("src/main/java"), Path.of("src/main/resources/templates"), FRONTEND)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(one -> one.toString().matches(".*\\.(java|html|js|css)"))
                        .toList()) {
                    assertThat(Files.readString(file))
                            .as(file.toString())
                            .doesNotContainPattern("[\"'(]/app/[\\w-]+\\.(js|css|svg)|context://app/");
                }
            }
        }
    }
}
