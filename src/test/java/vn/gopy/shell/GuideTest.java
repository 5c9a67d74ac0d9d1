package vn.gopy.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide leads to is there. */
class GuideTest {

    private static final Path FOLDER = Path.of("docs/huong-dan");
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"/huong-dan(?:/([^\"]+))?\"");

    private final Guide guide = new Guide();

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.replace(".md", ""))
                    .toList();
        }
    }

    private static List<String> addresses(String html) {
        return ADDRESS.matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1) == null ? Guide.START : found.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageHasATitleAndNamesOnlyPagesAndPicturesThatAreThere(String name) {
        Guide.Written page = guide.page(name).orElseThrow();

        assertThat(page.title()).isNotBlank();
        assertThat(addresses(page.html())).allSatisfy(address -> {
            if (address.endsWith(".png")) {
                assertThat(FOLDER.resolve(address)).isRegularFile();
            } else {
                assertThat(guide.page(address)).isPresent();
            }
        });
    }

    /** Signs of Markdown that are not drawn would stand on the page as they are. */
    @ParameterizedTest
    @MethodSource("pages")
    void noPageShowsSignsOfMarkdown(String name) {
        String html = guide.page(name).orElseThrow().html();
        assertThat(html.replaceAll("<[^>]*>", "")).doesNotContain("| ", "|---", "**", "](", "##");
    }

    @Test
    void theStartLeadsToEveryPage() throws IOException {
        assertThat(addresses(guide.page(Guide.START).orElseThrow().html()))
                .containsAll(pages().stream()
                        .filter(name -> !name.equals(Guide.START))
                        .toList());
    }

    @Test
    void noPictureIsKeptThatNoPageShows() throws IOException {
        List<String> shown = pages().stream()
                .flatMap(name -> addresses(guide.page(name).orElseThrow().html()).stream())
                .toList();
        try (Stream<Path> pictures = Files.list(FOLDER.resolve("hinh"))) {
            assertThat(pictures.map(file -> "hinh/" + file.getFileName())).allMatch(shown::contains);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"khong-co", "../../application", "hinh", "README.md", ""})
    void anythingElseIsNoPage(String name) {
        assertThat(guide.page(name)).isEmpty();
    }
}
