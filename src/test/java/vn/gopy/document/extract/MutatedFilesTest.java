package vn.gopy.document.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.document.extract.Made.W;
import static vn.gopy.document.extract.Made.item;
import static vn.gopy.document.extract.Made.level;
import static vn.gopy.document.extract.Made.list;
import static vn.gopy.document.extract.Made.numbering;
import static vn.gopy.document.extract.Made.p;
import static vn.gopy.document.extract.Made.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import vn.gopy.AllocatedBytes;
import vn.gopy.ProcessorTime;
import vn.gopy.TestLength;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Warning;

/**
 * Files built as no program should build them. Each ends in time with text or a named problem, twice with the same; the
 * text holds nothing that no letter is; and a word of a Word or OpenDocument text is in the reading or something says that
 * words are missing. The usual run is short and always the same; the long run takes an hour, each time another.
 */
class MutatedFilesTest {

    /** Of each of the five kinds. */
    private static final Duration LONG = Duration.ofMinutes(12);

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Of files of a few kilobytes: what is declared in a file must not be believed before it is there. */
    private static final long MOST_MEMORY = 32L << 20;

    private static final Pattern CODE = Pattern.compile("q[0-9a-z]{9,14}q");

    private static final String ODF = Stream.of("office", "text", "table", "style", "drawing:draw")
            .map(it -> "xmlns:" + it.replaceFirst(".*:", "") + "=\"urn:oasis:names:tc:opendocument:xmlns:"
                    + it.replaceFirst(":.*", "") + ":1.0\"")
            .collect(Collectors.joining(" "));

    /** An element of words of the one format, a paragraph of the other. */
    private static final Pattern IN_WORDS = Pattern.compile("<w:(t|delText)[ >]|<text:[ph][ >]");

    private static final List<String> WORD = List.of(
            "w:p",
            "w:r",
            "w:t",
            "w:tbl",
            "w:tr",
            "w:tc",
            "w:ins",
            "w:del",
            "w:moveFrom",
            "w:moveTo",
            "w:sdt",
            "w:sdtContent",
            "w:smartTag",
            "w:customXml",
            "w:hyperlink",
            "w:fldSimple",
            "w:txbxContent",
            "w:pict",
            "w:drawing",
            "w:tab",
            "w:br",
            "w:noBreakHyphen",
            "w:bookmarkStart",
            "w:proofErr",
            "w:dir",
            "w:bdo",
            "mc:AlternateContent",
            "mc:Choice",
            "m:oMath",
            "m:r",
            "w:subDoc",
            "w:object",
            "w:ruby",
            "w:rt",
            "w:rubyBase",
            "w:numPr",
            "w:pPr",
            "w:rPr",
            "w:sectPr",
            "w:footnoteReference",
            "w:commentRangeStart");

    private static final List<String> OPEN = List.of(
            "text:p",
            "text:h",
            "text:span",
            "text:list",
            "text:list-item",
            "text:list-header",
            "text:section",
            "text:s",
            "text:tab",
            "text:line-break",
            "text:note",
            "text:note-body",
            "text:a",
            "text:bookmark",
            "table:table",
            "table:table-row",
            "table:table-cell",
            "table:covered-table-cell",
            "draw:frame",
            "draw:text-box",
            "draw:custom-shape",
            "office:annotation",
            "text:change",
            "text:tracked-changes",
            "text:index-body",
            "text:table-of-content",
            "text:numbered-paragraph",
            "text:meta",
            "text:ruby",
            "text:ruby-base",
            "text:soft-page-break");

    private int code = 100;

    /** Words of which each stands once in a file. */
    private String words() {
        String unlike = Long.toString(code++ * 1_099_511_628_211L * 31 + 7_046_029_254_386L, Character.MAX_RADIX);
        return "Nội dung q" + unlike + "q của quy chế này";
    }

    private String wordBody() {
        return p("QUY CHẾ " + words()) + p("Điều 1. " + words())
                + item(0, "", run(words())) + item(1, "", run(words()))
                + "<w:p><w:ins w:author=\"A\">" + run(words()) + "</w:ins><w:del w:author=\"B\"><w:r><w:delText>"
                + words() + "</w:delText></w:r></w:del>" + run(words()) + "</w:p>"
                + "<w:tbl><w:tr><w:tc>" + p(words()) + "</w:tc><w:tc>" + p(words()) + "</w:tc></w:tr></w:tbl>"
                + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF</w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run(words())
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>" + p("Điều 2. " + words()) + p(words());
    }

    private String openBody() {
        return "<text:h text:outline-level=\"1\">" + words() + "</text:h><text:p>Điều 1. " + words() + "</text:p>"
                + "<text:list><text:list-item><text:p>" + words() + "</text:p><text:list><text:list-item><text:p>"
                + words() + "</text:p></text:list-item></text:list></text:list-item></text:list>"
                + "<table:table><table:table-row><table:table-cell><text:p>" + words()
                + "</text:p></table:table-cell><table:table-cell><text:p>" + words()
                + "</text:p></table:table-cell></table:table-row></table:table><text:p>Điều 2. <text:span>" + words()
                + "</text:span></text:p><text:p>" + words() + "</text:p>";
    }

    @Test
    void aWordFileBuiltStrangelyLosesNoWordInSilence() {
        Map<String, String> numbering = numbering("<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%1.")
                + level(1, "lowerLetter", "%2)") + "</w:abstractNum>" + list(1, 0));
        String seed = "<w:body xmlns:x=\"x\" " + W + ">" + wordBody() + "</w:body>";
        rounds(110, random -> {
            String body = new XmlMutator(random, WORD).mutated(seed);
            byte[] file = Made.zip(Map.of(
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                            + " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
                            + "officedocument.wordprocessingml.document.main+xml\"/></Types>",
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                            + " Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                            + "officeDocument\" Target=\"word/document.xml\"/></Relationships>",
                    "word/numbering.xml",
                    numbering.values().iterator().next(),
                    "word/_rels/document.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>",
                    "word/document.xml",
                    "<w:document " + W + ">" + body + "</w:document>"));
            Reading reading = read(file, "a.docx");
            assertNothingLost(body, reading, file, "a.docx");
        });
    }

    @Test
    void anOpenDocumentBuiltStrangelyLosesNoWordInSilence() {
        String seed = "<office:document-content " + ODF + "><office:body><office:text>" + openBody()
                + "</office:text></office:body></office:document-content>";
        rounds(110, random -> {
            String body = new XmlMutator(random, OPEN).mutated(seed);
            byte[] file = Made.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", body));
            Reading reading = read(file, "a.odt");
            assertNothingLost(body, reading, file, "a.odt");
        });
    }

    @Test
    void richTextWhoseSignsAreMixedUpEndsWell() {
        String seed = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 .VnTime;}{\\f1 Arial;}}{\\*\\listtable{\\list"
                + "{\\listlevel\\levelnfc0{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}\\listid7}}{\\*\\listoverridetable"
                + "{\\listoverride\\listid7\\ls1}}\\pard\\ls1\\ilvl0 {\\listtext 1.\\tab}Mot\\par\\trowd\\cellx100\\cellx200"
                + "\\intbl \\'a7i\\'d2u 1\\cell\\f1 hai\\cell\\row\\pard{\\revised\\revauth1 them}{\\deleted bo}"
                + "{\\footnote\\chftn ghi chu}\\u272?\\uc1\\bin3 abc{\\*\\atnid A}{\\*\\annotation\\chatn loi}\\par}";
        List<String> tokens = Pattern.compile("\\\\'[0-9a-f]{2}|\\\\[a-z]+-?\\d* ?|\\\\\\*|[{}]|[^\\\\{}]+")
                .matcher(seed)
                .results()
                .map(MatchResult::group)
                .toList();
        rounds(250, random -> read(mixed(tokens, random).getBytes(ISO_8859_1), "a.rtf"));
    }

    @Test
    void pagesWhoseOperatorsAreMixedUpEndWell() throws IOException {
        String plain = new String(printed(), ISO_8859_1);
        List<String> tokens = List.of(plain.split("(?<=[ \n])"));
        rounds(90, random -> read(mixed(tokens, random).getBytes(ISO_8859_1), "a.pdf"));
    }

    @Test
    void anOldWordFileWithWrongBytesEndsWell() throws IOException {
        byte[] seed;
        try (InputStream file = MutatedFilesTest.class.getResourceAsStream("/vn/gopy/document/nghi-dinh-28-2003.doc")) {
            seed = Objects.requireNonNull(file).readAllBytes();
        }
        rounds(20, random -> {
            byte[] mutated = seed.clone();
            for (int i = 0; i < 1 + random.nextInt(30); i++) {
                // tables of the build stand apart from the text: few neighbouring bytes hit them harder than many far
                // ones
                int at = random.nextInt(mutated.length - 4);
                random.ints(1 + random.nextInt(4), 0, 256).forEach(value -> mutated[at] = (byte) value);
            }
            read(mutated, "a.doc");
        });
    }

    // ---- mutants

    private static String mixed(List<String> tokens, Random random) {
        var mixed = new ArrayList<>(tokens);
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            int at = random.nextInt(mixed.size());
            int other = random.nextInt(mixed.size());
            switch (random.nextInt(5)) {
                case 0 -> mixed.remove(at);
                case 1 -> mixed.add(at, mixed.get(other));
                case 2 -> mixed.set(at, mixed.get(other));
                case 3 ->
                    mixed.set(
                            at,
                            mixed.get(at).replaceAll("\\d+", String.valueOf(random.nextInt() >> random.nextInt(31))));
                default ->
                    mixed.subList(Math.min(at, other), Math.min(mixed.size(), Math.min(at, other) + 3))
                            .clear();
            }
        }
        return String.join("", mixed);
    }

    /** Not compressed, so that its operators can be mixed up. */
    private static byte[] printed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (int n = 1; n < 4; n++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(
                        document, page, PDPageContentStream.AppendMode.OVERWRITE, false, true)) {
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    for (int line = 0; line < 8; line++) {
                        content.beginText();
                        content.newLineAtOffset(60, 700 - line * 20f);
                        content.showText("Dieu " + n + ". Pham vi ap dung cua quy che " + line);
                        content.endText();
                    }
                    content.moveTo(50, 500);
                    content.lineTo(400, 500);
                    content.stroke();
                }
            }
            document.save(bytes, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
        }
        return bytes.toByteArray();
    }

    // ---- what holds for each

    private interface Round {

        void with(Random random);
    }

    private static void rounds(int usual, Round round) {
        long seed = TestLength.isLong() ? System.nanoTime() : 20_251_129;
        long begin = System.nanoTime();
        for (int i = 0; TestLength.isLong() ? System.nanoTime() - begin < LONG.toNanos() : i < usual; i++) {
            try {
                round.with(new Random(seed + i));
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("The mutant of seed " + (seed + i), wrong);
            }
        }
    }

    private static Reading read(byte[] file, String name) {
        Reading reading = Extraction.read(file, name);
        var cost = new Duration[1];
        long memory = AllocatedBytes.of(() -> cost[0] = ProcessorTime.ofProcess(
                () -> assertThat(Extraction.read(file, name)).isEqualTo(reading)));
        assertThat(cost[0]).isLessThan(LIMIT);
        assertThat(memory).as("bytes asked for by a file of %d", file.length).isLessThan(MOST_MEMORY);
        assertThat(reading.problem()).isNotIn(Problem.CRASH, Problem.TIMEOUT, Problem.OUT_OF_MEMORY);
        assertThat(text(reading)
                        .codePoints()
                        .filter(MutatedFilesTest::isNoLetter)
                        .boxed())
                .isEmpty();
        Outlines.of(reading, name, null);
        return reading;
    }

    private static boolean isNoLetter(int c) {
        int type = Character.getType(c);
        return c != '\n' && c != '\t' && type == Character.CONTROL
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE;
    }

    private static String text(Reading reading) {
        return reading.blocks().stream().map(it -> it.label() + " " + it.text()).collect(Collectors.joining("\n"));
    }

    private static void assertNothingLost(String written, Reading reading, byte[] file, String name) {
        if (reading.problem() != null
                || reading.warnings().stream().anyMatch(it -> it.code() == Warning.Code.PARTIAL)) {
            return;
        }
        String known = Stream.of(
                        Stream.of(text(reading)),
                        reading.dropped().stream().map(it -> it.text()),
                        reading.remarks().stream().map(it -> it.text()),
                        reading.revisions().stream().map(it -> it.text()))
                .flatMap(it -> it)
                .collect(Collectors.joining("\n"));
        List<String> lost =
                codes(written).stream().filter(it -> !known.contains(it)).toList();
        if (!lost.isEmpty()) {
            String told = SecondLook.of(file, name).differences().toString();
            assertThat(lost)
                    .as(
                            "words that nothing tells of, in %s",
                            lost.stream().map(it -> around(written, it)).toList())
                    .allSatisfy(it -> assertThat(told).contains(it));
        }
    }

    /** What stands in the code of a field, before its result, is no text. */
    private static boolean isCode(String xml, String word) {
        String before = xml.substring(0, xml.indexOf(word));
        return before.lastIndexOf("\"begin\"")
                > Math.max(before.lastIndexOf("\"separate\""), before.lastIndexOf("\"end\""));
    }

    /** The elements in which the word stands. */
    private static String around(String xml, String word) {
        var open = new ArrayList<String>();
        Pattern.compile("<(/?)([a-zA-Z0-9:.-]+)[^>]*?(/?)>")
                .matcher(xml.substring(0, xml.indexOf(word)))
                .results()
                .filter(it -> it.group(3).isEmpty())
                .forEach(it -> {
                    if (it.group(1).isEmpty()) {
                        open.add(it.group());
                    } else {
                        open.removeLast();
                    }
                });
        return word + " in " + String.join("", open).replaceAll(" xmlns:\\w+=\"[^\"]*\"", "");
    }

    /** The words that stand where the format has words. */
    private static List<String> codes(String xml) {
        return CODE.matcher(xml)
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(word -> IN_WORDS.matcher(around(xml, word)).find() && !isCode(xml, word))
                .toList();
    }
}
