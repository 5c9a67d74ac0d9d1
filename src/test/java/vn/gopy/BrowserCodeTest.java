package vn.gopy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.BrowserCode.all;
import static vn.gopy.BrowserCode.found;
import static vn.gopy.BrowserCode.read;
import static vn.gopy.BrowserCode.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.draft.PlaceKind;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Structure;
import vn.gopy.legaltext.Warning;
import vn.gopy.legaltext.alignment.Evidence;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.shared.ui.BrowserFiles;

/** What the browser code promises and no compiler checks: its words, its icons, its tokens, and no markup from words. */
class BrowserCodeTest {

    private static final String SAID = "\\bsay\\(\\s*'([\\w.]+)'";

    /** Places that are tied to nothing. */
    private static final Set<PlaceKind> BESIDE_TIES =
            EnumSet.of(PlaceKind.RECIPIENT, PlaceKind.SIGNATURE, PlaceKind.WHOLE_BODY);

    @Test
    void everyWordTheReaderAsksForExistsInVietnamese() {
        Set<String> asked = found("(?:\\bt|this\\.t|reader\\.t)\\(\\s*'([\\w.]+)'", ".js");

        assertThat(asked).hasSizeGreaterThan(60);
        assertThat(texts("reader.properties").keySet())
                .containsAll(asked.stream().map(key -> "reader." + key).toList());
    }

    @Test
    void whoHasSpokenIsNamedByOneRule() {
        assertThat(all(".js").stream()
                        .filter(file -> !file.endsWith("reader/whose.js"))
                        .flatMap(file -> Pattern.compile("author\\??\\.name|thread\\.someone")
                                .matcher(read(file))
                                .results()
                                .map(found -> file.getFileName() + ": " + found.group())))
                .as("a unit's words are never told as those of the person who wrote them")
                .isEmpty();
    }

    @Test
    void englishIsComplete() {
        Set<String> english = new TreeSet<>(texts("reader_en.properties").keySet());
        english.removeIf(key -> key.endsWith(".one"));
        Set<String> vietnamese = new TreeSet<>(texts("reader.properties").keySet());
        vietnamese.removeIf(key -> key.endsWith(".one"));

        assertThat(english).isEqualTo(vietnamese);
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        Map<String, String> english = texts("reader_en.properties");

        assertThat(texts("reader.properties"))
                .allSatisfy((key, words) -> assertThat(placeholders(english.getOrDefault(key, words)))
                        .as(key)
                        .isEqualTo(placeholders(words)));
    }

    @Test
    void theVietnameseWordsAddressNobodyAsBanAndDoNotShout() {
        Pattern forbidden = Pattern.compile("(?iu)(?<!\\p{L})bạn(?!\\p{L})|!|bình luận|không tiếp thu");

        assertThat(texts("reader.properties").values())
                .noneMatch(words -> forbidden.matcher(words).find());
    }

    @Test
    void everyWordTheStructureCheckAsksForExistsInBothLanguages() {
        Set<String> asked = found("checker", SAID, ".js");
        Stream.of(
                        Stream.of(BlockRole.values()).map(role -> "role." + role),
                        Stream.of(Structure.Zone.values())
                                .filter(zone -> zone != Structure.Zone.PROVISION)
                                .map(zone -> "role." + zone),
                        Stream.of(Dropped.Why.values()).map(why -> "why." + why),
                        Stream.of(Warning.Code.values()).map(code -> "finding." + code))
                .flatMap(keys -> keys)
                .forEach(asked::add);
        assertThat(asked).hasSizeGreaterThan(40);
        assertSaid("checker", asked);
    }

    @Test
    void everyWordTheAlignmentAsksForExistsInBothLanguages() {
        Set<String> asked = found("align", SAID, ".js");
        Stream.of(
                        Stream.of(Tie.Kind.values()).flatMap(kind -> Stream.of("kind." + kind, "as." + kind)),
                        Stream.of(Evidence.values()).map(why -> "why." + why),
                        Stream.of(PlaceKind.values())
                                .filter(kind -> !BESIDE_TIES.contains(kind))
                                .map(kind -> "place." + kind))
                .flatMap(keys -> keys)
                .forEach(asked::add);

        assertThat(asked).hasSizeGreaterThan(40);
        assertSaid("align", asked);
    }

    /** The file has all of these keys, and in English just those that it has in Vietnamese, with the same values to fill in. */
    private static void assertSaid(String file, Set<String> asked) {
        Map<String, String> english = texts(file + "_en.properties");
        assertThat(texts(file + ".properties").keySet())
                .containsAll(asked.stream().map(key -> file + "." + key).toList())
                .isEqualTo(english.keySet());
        assertThat(texts(file + ".properties"))
                .allSatisfy((key, words) ->
                        assertThat(placeholders(english.get(key))).isEqualTo(placeholders(words)));
    }

    @Test
    void everyIconIsInTheSprite() {
        Set<String> asked = found("\\bicon(?:: |\\()'([a-z-]+)'", ".js");
        Set<String> drawn = found("<symbol id=\"([a-z-]+)\"", ".svg");

        assertThat(asked).isNotEmpty();
        assertThat(drawn).containsAll(asked);
    }

    @Test
    void everyTokenUsedIsDefined() {
        assertThat(found("(--gy-[a-z0-9-]+)\\s*:", ".css")).containsAll(found("var\\((--gy-[a-z0-9-]+)", ".css"));
    }

    @Test
    void coloursAreWrittenInTheTokensOnly() {
        Pattern colour = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgb\\(");

        assertThat(all(".css"))
                .filteredOn(file -> !file.endsWith("tokens.css"))
                .allSatisfy(file -> assertThat(withoutPrintRules(read(file))).doesNotContainPattern(colour));
    }

    @Test
    void wordsNeverBecomeMarkup() {
        assertThat(all(".js"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(read(file))
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("));
    }

    /** Templates come with the boxes that need them, so that whoever begins to read waits for none of it. */
    @Test
    void theTemplatesOfBoxesAreServedAndTheReaderBeginsWithoutThem() {
        Path reader = all(".js").stream()
                .filter(file -> file.endsWith("reader/reader.js"))
                .findFirst()
                .orElseThrow();

        assertThat(BrowserFiles.templates().keySet()).containsAll(found("from '\\.\\./(lit/[\\w/.-]+)'", ".js"));
        assertThat(reached(reader, new TreeSet<>()))
                .hasSizeGreaterThan(30)
                .noneMatch(file -> file.toString().contains("/lit/"));
    }

    @Test
    void noModuleIsTooLongToBeReadInOneGo() {
        assertThat(all(".js"))
                .allSatisfy(file -> assertThat(read(file).lines().count())
                        .as(file.toString())
                        .isLessThanOrEqualTo(450));
    }

    @Test
    void aStoreAndAllThatItKnowsKnowNoPage() {
        var stores =
                all(".js").stream().filter(file -> file.endsWith("store.js")).toList();

        assertThat(stores).hasSizeGreaterThan(1);
        assertThat(stores.stream().flatMap(store -> reached(store, new TreeSet<>()).stream()))
                .allSatisfy(file -> assertThat(read(file))
                        .as(file.toString())
                        .doesNotContainPattern("\\bdocument\\.\\w|\\bwindow\\.\\w|fetch\\("));
    }

    @Test
    void noScriptIsWrittenInJava() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java")))
                    .hasSizeGreaterThan(100)
                    .allSatisfy(file -> assertThat(read(file))
                            .as(file.toString())
                            .doesNotContainPattern("executeJs\\(\\s*\"\"\"")
                            .doesNotContainPattern("executeJs\\((?s:.){0,80}(?:=>|addEventListener|function)"));
        }
    }

    /** The module and all that it takes from others, directly or not. */
    private static Set<Path> reached(Path module, Set<Path> known) {
        if (known.add(module)) {
            Pattern.compile("(?m)^import (?:.* from )?'([^']+)'")
                    .matcher(read(module))
                    .results()
                    .forEach(found ->
                            reached(module.resolveSibling(found.group(1)).normalize(), known));
        }
        return known;
    }

    /** Paper is black and white, whatever the tokens say. */
    private static String withoutPrintRules(String css) {
        int print = css.indexOf("@media print {");
        return print < 0 ? css : css.substring(0, print);
    }

    private static Set<String> placeholders(String words) {
        return Pattern.compile("\\{\\w+}")
                .matcher(words)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toSet());
    }
}
