package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.draft.finding.FindingWords;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Origin;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Sentence.Part;
import vn.gopy.legaltext.Sentence.Unit;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;
import vn.gopy.shared.Texts;

class FindingWordsTest {

    private final Texts texts = new Texts();

    private String said(Sentence sentence) {
        return FindingWords.of(texts, Texts.VIETNAMESE, sentence);
    }

    @Test
    void numbersAreToldInTheWordsOfAnOfficial() {
        assertThat(said(Sentence.of(Wording.NUMBERS_MISSING, Unit.NUMBER, "2, 3", "4")))
                .isEqualTo("Thiếu số 2, 3 trước số 4");
        assertThat(said(Sentence.of(Wording.NUMBER_RANGE_MISSING, Unit.LETTER, "a", "h", "i")))
                .isEqualTo("Thiếu điểm a đến h trước điểm i");
        assertThat(said(Sentence.of(Wording.NUMBER_BEHIND, Unit.LETTER, "b", Unit.LETTER, "c")))
                .isEqualTo("Điểm b đứng sau điểm c");
        assertThat(said(Sentence.of(Wording.NUMBER_TWICE, Unit.ARTICLE, "1234")))
                .isEqualTo("Có hai Điều 1234");
    }

    @Test
    void listsAreJoined() {
        var two = Stream.of("TCVN3", Origin.Method.FONT, 12, 97, "VNI", Origin.Method.CONTENT, 1, 88);
        assertThat(said(Sentence.listing(Wording.CONVERTED, two)))
                .isEqualTo(
                        "Đã chuyển sang Unicode: TCVN3 nhận biết theo phông chữ, 12 đoạn, 97 % là âm tiết tiếng Việt;"
                                + " VNI nhận biết theo nội dung, 1 đoạn, 88 % là âm tiết tiếng Việt");
        assertThat(said(Sentence.listing(Wording.RECOGNISED_WITH_DOUBTS, Stream.of(3, 41, 5, 60), 77)))
                .endsWith("độ tin cậy trung bình 77 % (trang 3: 41 %, trang 5: 60 %)");
    }

    @Test
    void everySentenceHasItsWordsInBothLanguagesWithAPlaceForEachPart() {
        for (Locale locale : List.of(Texts.VIETNAMESE, Locale.ENGLISH)) {
            for (Wording wording : Wording.values()) {
                List<String> arguments = new ArrayList<>(values(wording.own()));
                arguments.addAll(values(wording.each()));
                String words = FindingWords.of(texts, locale, new Sentence(wording, arguments));

                assertThat(words)
                        .as("%s %s", locale, wording)
                        .doesNotContain("{", "}")
                        .isNotBlank();
                for (int i = 0; i < arguments.size(); i++) {
                    if (arguments.get(i).startsWith("x")) {
                        assertThat(words.toLowerCase(Locale.ROOT))
                                .as("%s %s", locale, wording)
                                .contains(arguments.get(i));
                    }
                }
            }
            for (Unit unit : Unit.values()) {
                assertThat(texts.get(locale, "finding.unit." + unit)).isNotBlank();
            }
            for (Origin.Method method : Origin.Method.values()) {
                assertThat(texts.get(locale, "finding.method." + method)).isNotBlank();
            }
        }
    }

    private static List<String> values(List<Part> parts) {
        List<String> values = new ArrayList<>();
        for (Part part : parts) {
            values.add(
                    switch (part) {
                        case TEXT -> "x" + values.size();
                        case UNIT -> Unit.LETTER.name();
                        case METHOD -> Origin.Method.FONT.name();
                    });
        }
        return values;
    }

    @Test
    void wordsThatBelongToNoSentenceAreNotKept() {
        Set<String> keys = texts.startingWith(Texts.VIETNAMESE, "finding.").keySet();
        Set<String> known = Stream.of(Wording.values())
                .flatMap(wording -> wording.each().isEmpty()
                        ? Stream.of("finding." + wording)
                        : Stream.of("finding." + wording, "finding." + wording + ".each"))
                .collect(Collectors.toSet());
        Stream.of(Unit.values()).forEach(unit -> known.add("finding.unit." + unit));
        Stream.of(Origin.Method.values()).forEach(method -> known.add("finding.method." + method));
        assertThat(keys).isEqualTo(known);
        assertThat(texts.startingWith(Locale.ENGLISH, "finding.").keySet()).isEqualTo(known);
    }

    @Test
    void aSentenceWithoutItsPartsIsNone() {
        assertThatThrownBy(() -> Sentence.of(Wording.NUMBER_TWICE, "4")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sentence.listing(Wording.CONVERTED, Stream.of("TCVN3")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsKeptOfATextHoldsNoSentenceAndAnOutlineKeptBeforeIsReadWithItsWords() throws IOException {
        var stored = new StoredOutline(JsonMapper.builder().build());
        Outline outline = Outlines.of(reading("Điều 1. Một", "Nội dung.", "Điều 3. Ba", "Nội dung."), "a.txt", null);
        assertThat(outline.warnings())
                .containsExactly(new Warning(
                        Warning.Code.NUMBER_GAP,
                        "dieu-3",
                        Sentence.of(Wording.NUMBERS_MISSING, Unit.ARTICLE, "2", "3")));
        assertThat(stored.decode(stored.encode(outline))).isEqualTo(outline);

        String json = JsonMapper.builder().build().writeValueAsString(outline);
        assertThat(json).contains("NUMBERS_MISSING").doesNotContain("Thiếu");
        String before = json.replaceFirst("\"message\":\\{[^}]*}", "\"message\":\"Thiếu Điều 2 trước Điều 3\"");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(before.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(stored.decode(bytes.toByteArray()).warnings())
                .extracting(warning -> said(warning.message()))
                .containsExactly("Thiếu Điều 2 trước Điều 3");
    }

    /** Sentences that are kept would be Vietnamese for ever, for whoever reads them. */
    @Test
    void noReaderOfTextsWordsWhatItNotices() throws IOException {
        List<String> worded = new ArrayList<>();
        for (String room : List.of("legaltext", "document")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/vn/gopy", room))) {
                for (Path file :
                        (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                    String source = Files.readString(file);
                    if (source.matches(
                            "(?s).*(?:new Warning|(?<!(?i:log)\\.)\\bwarn)\\([^;]*\"[^\"\\n]*\\p{L} \\p{L}[^;]*;.*")) {
                        worded.add(file.toString());
                    }
                }
            }
        }
        assertThat(worded).isEmpty();
    }

    private static Reading reading(String... lines) {
        List<Block> blocks = new ArrayList<>();
        for (String line : lines) {
            blocks.add(new Block(blocks.size(), Block.Kind.PARAGRAPH, "", line, null, Block.Look.PLAIN, null, 0));
        }
        return new Reading(
                Reading.READER, "text/plain", blocks, Collections.emptyList(), List.of(), List.of(), List.of(), null);
    }
}
