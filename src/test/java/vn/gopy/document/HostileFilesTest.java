package vn.gopy.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.TestLength;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;

/** Files made to do harm, read as the product reads: each ends in time with text or a named problem, and the next is fine. */
class HostileFilesTest {

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final byte[] GOOD = "Điều 1. Phạm vi".getBytes(UTF_8);

    private static ChildReader reader;

    @BeforeAll
    static void pool() throws IOException {
        reader = new ChildReader(
                ChildReader.Settings.standard().asPool().withChildren(1).withTimeLimit(LIMIT));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    /** Reads it in time, and another file after it. */
    private static Reading read(byte[] content, String name) {
        long begin = System.nanoTime();
        Reading reading = reader.read(content, name);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(took).as("time for " + name).isLessThan(LIMIT.plus(GRACE));
        assertThat(reader.read(GOOD, "a.txt").problem())
                .as("the file after " + name)
                .isNull();
        return reading;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static byte[] docx(String before, String body, Map<String, String> more) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
        parts.put(
                "word/document.xml",
                (before + "<w:document " + W + "><w:body>" + body + "</w:body></w:document>").getBytes(UTF_8));
        more.forEach((name, text) -> parts.put(name, text.getBytes(UTF_8)));
        return zip(parts);
    }

    // ---- too much of something

    @Test
    void aNumberOfAMillionDigitsIsNoHang() throws IOException {
        String number = "<Properties><property name=\"n\"><vt:r8 xmlns:vt=\"vt\">" + "9".repeat(1_000_000)
                + "</vt:r8></property></Properties>";
        Reading reading = read(docx("", paragraph("Điều 1"), Map.of("docProps/custom.xml", number)), "so.docx");
        assertThat(reading.problem()).isNull();
        Reading twice = read(docx("", paragraph("Điều 1"), Map.of("docProps/custom.xml", number + number)), "so.docx");
        assertThat(twice.problem()).isEqualTo(Problem.TOO_LARGE);
    }

    @Test
    void bombsAreRefusedByWhatTheyDeclare() throws IOException {
        byte[] swollen = docx("", " ".repeat(60_000_000), Map.of());
        assertThat(swollen.length).isLessThan(200_000);
        assertThat(read(swollen, "bom.docx").problem()).isEqualTo(Problem.TOO_LARGE);
        var many = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 100_000; i++) {
            many.put("word/" + i, new byte[0]);
        }
        assertThat(read(zip(many), "nhieu.docx").problem()).isEqualTo(Problem.TOO_LARGE);
    }

    @Test
    void aZipInAZipSixtyDeepIsNoDocument() throws IOException {
        byte[] inner = GOOD;
        for (int depth = 0; depth < 60; depth++) {
            inner = zip(Map.of("a.zip", inner));
        }
        assertThat(read(inner, "long.docx").problem()).isEqualTo(Problem.NOT_A_DOCUMENT);
        assertThat(read(inner, "long.zip").problem()).isEqualTo(Problem.TYPE_NOT_ALLOWED);
    }

    @Test
    void entitiesThatMultiplyAreNotExpanded() throws IOException {
        var laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertThat(read(docx(laughs + "]>", paragraph("&a11;"), Map.of()), "cuoi.docx")
                        .problem())
                .isEqualTo(Problem.CORRUPT);
    }

    @Test
    void aPictureOfTwoBillionDotsIsNoDanger() throws IOException {
        Reading reading = read(giantPicture(), "anh.pdf");
        assertThat(reading.problem()).isEqualTo(Problem.NO_TEXT);
        try (var scans = ScanReader.find(ChildReader.Settings.standard(), 5, Duration.ofSeconds(20))) {
            long begin = System.nanoTime();
            Reading recognised = scans.read(giantPicture(), "anh.pdf");
            assertThat(recognised.problem()).isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(120));
        }
    }

    private static byte[] giantPicture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                for (int i = 0; i < 50; i++) {
                    out.write(new byte[1 << 20]);
                }
            }
            var picture = new PDImageXObject(stream, null);
            picture.setWidth(45_000);
            picture.setHeight(45_000);
            picture.setBitsPerComponent(8);
            picture.setColorSpace(PDDeviceRGB.INSTANCE);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(picture, 0, 0, 500, 700);
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void aLineOfAHundredThousandLettersIsReadAtOnce() throws IOException {
        for (String piece : List.of("Điều 1. ", "1.1.", "((((", "a) ", "Số: /", "§iÒu ")) {
            String line = piece.repeat(100_000 / piece.length());
            Reading reading = read(docx("", paragraph(line), Map.of()), "dong.docx");
            assertThat(reading.problem()).isNull();
            Outlines.of(reading, "dong.docx", null);
            read(line.getBytes(UTF_8), "dong.txt");
            read(("{\\rtf1 " + line + "\\par}").getBytes(UTF_8), "dong.rtf");
            read(("<html><body><p>" + line + "</p></body></html>").getBytes(UTF_8), "dong.html");
        }
    }

    // ---- reaching out

    @Test
    void nothingReachesOutAndNothingOfTheMachineComesIn() throws IOException {
        var knocks = new AtomicInteger();
        try (var door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> count(door, knocks));
            String there = "http://127.0.0.1:" + door.getLocalPort() + "/a";
            for (var file : reachingOut(there).entrySet()) {
                Reading reading = read(file.getValue(), file.getKey());
                assertThat(reading.blocks().stream().map(Block::text)).noneMatch(text -> text.contains("root:"));
            }
            assertThat(knocks).as("connections").hasValue(0);
            // the harness itself hears a knock
            new java.net.Socket(InetAddress.getLoopbackAddress(), door.getLocalPort()).close();
            assertThat(awaited(knocks)).isOne();
        }
    }

    private static Map<String, byte[]> reachingOut(String there) throws IOException {
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\""
                + " Target=\"" + there + "\" TargetMode=\"External\"/></Relationships>";
        String html = "<html><head><link rel=stylesheet href=\"" + there + "\"><base href=\"" + there
                + "\"></head><body><img src=\"" + there + "\"><iframe src=\"" + there
                + "\"></iframe><p>Điều 1</p></body></html>";
        var files = new LinkedHashMap<String, byte[]>();
        files.put(
                "thuc-the.docx",
                docx("<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", paragraph("&e;"), Map.of()));
        files.put("dtd.docx", docx("<!DOCTYPE d SYSTEM \"" + there + "\">", paragraph("x"), Map.of()));
        files.put(
                "tham-so.docx",
                docx("<!DOCTYPE d [<!ENTITY % e SYSTEM \"" + there + "\"> %e;]>", paragraph("x"), Map.of()));
        files.put(
                "bieu-mau.docx",
                docx(
                        "",
                        paragraph("Điều 1"),
                        Map.of("word/_rels/settings.xml.rels", relations.formatted("attachedTemplate"))));
        files.put(
                "anh.docx",
                docx(
                        "",
                        "<w:p><w:r><w:drawing><a:blip xmlns:a=\"a\" xmlns:r=\"r\" r:link=\"r1\"/></w:drawing><w:t>Điều 1</w:t></w:r></w:p>",
                        Map.of("word/_rels/document.xml.rels", relations.formatted("image"))));
        files.put("trang.html", html.getBytes(UTF_8));
        files.put("trang.doc", html.getBytes(UTF_8));
        files.put(
                "truong.rtf",
                ("{\\rtf1{\\field{\\*\\fldinst INCLUDETEXT \"" + there + "\"}{\\fldrslt x}}{\\*\\template " + there
                                + "}Dieu 1\\par}")
                        .getBytes(UTF_8));
        files.put("hanh-dong.pdf", pdfWith(there));
        return files;
    }

    /** Opens an address when it is opened, and has a form whose data lies elsewhere. */
    private static byte[] pdfWith(String there) {
        String text = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(" + there + ")>>"
                + "/AcroForm<</XFA(<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"" + there + "\"><x/>)>>>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>endobj\n"
                + "4 0 obj<</F<</FS/URL/F(" + there + ")>>/Length 0>>stream\n\nendstream endobj\n"
                + "trailer<</Root 1 0 R>>\n%%EOF";
        return text.getBytes(UTF_8);
    }

    private static void count(ServerSocket door, AtomicInteger knocks) {
        try {
            while (true) {
                door.accept().close();
                knocks.incrementAndGet();
            }
        } catch (SocketException closed) {
            // the test is over
        } catch (IOException broken) {
            knocks.addAndGet(1000);
        }
    }

    private static int awaited(AtomicInteger knocks) {
        for (int i = 0; i < 100 && knocks.get() == 0; i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        return knocks.get();
    }

    // ---- names

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../tmp/gopy-thoat.txt",
                "/etc/cron.d/x.txt",
                "a\u0000.txt",
                "\u202Etxt.exe.txt",
                "con.txt",
                "-rf.txt",
                "$(touch /tmp/gopy-thoat).txt",
                "; touch /tmp/gopy-thoat; .txt",
                "a\nb\r\n.txt",
                "<img src=x>.txt",
                "😀.TXT"
            })
    void aNameIsNeverAPath(String name) {
        assertThat(read(GOOD, name).problem()).isNull();
        assertThat(read(GOOD, "x".repeat(100_000) + name).problem()).isNull();
        assertThat(Path.of("/tmp/gopy-thoat")).doesNotExist();
        assertThat(Path.of("/tmp/gopy-thoat.txt")).doesNotExist();
    }

    // ---- chance

    @Test
    void aFewWrongBytesAreNoUnhandledError() throws IOException {
        var random = new Random(20_251_124);
        List<Map.Entry<String, byte[]>> seeds = List.copyOf(seeds().entrySet());
        TestLength.rounds(100, 1000).forEach(round -> {
            var seed = seeds.get(round % seeds.size());
            byte[] mutated = mutated(seed.getValue(), random);
            Reading reading = reader.read(mutated, seed.getKey());
            assertThat(reading.problem())
                    .as("round %d, %s", round, seed.getKey())
                    .isNotIn(Problem.CRASH, Problem.TIMEOUT, Problem.OUT_OF_MEMORY);
            Outlines.of(reading, seed.getKey(), null);
        });
    }

    private static Map<String, byte[]> seeds() throws IOException {
        var seeds = new LinkedHashMap<String, byte[]>();
        seeds.put(
                "a.docx",
                docx(
                        "",
                        "<w:tbl><w:tr><w:tc>" + paragraph("ô") + "</w:tc></w:tr></w:tbl>"
                                + paragraph("Điều 1. Phạm vi").repeat(20),
                        Map.of(
                                "word/styles.xml",
                                "<w:styles " + W + "/>",
                                "word/numbering.xml",
                                "<w:numbering " + W + "/>")));
        seeds.put("a.pdf", ScanFixture.printed(List.of(ScanFixture.DECISION)));
        seeds.put("b.pdf", ScanFixture.scan(List.of(ScanFixture.DECISION)));
        seeds.put(
                "a.rtf",
                ("{\\rtf1\\ansi{\\fonttbl{\\f0 .VnTime;}}\\trowd\\intbl \\'a7i\\'d2u 1\\cell\\row\\pard"
                                + "{\\footnote x}\\u272?\\bin3 abc\\par}")
                        .repeat(5)
                        .getBytes(UTF_8));
        seeds.put(
                "a.html",
                ("<html><body><table><tr><td rowspan=2>a</td></tr></table>" + "<p>Điều 1</p>".repeat(30)
                                + "</body></html>")
                        .getBytes(UTF_8));
        seeds.put("a.odt", odt());
        seeds.put("a.doc", word());
        return seeds;
    }

    /** A public document of the binary kind, which nothing here can write. */
    private static byte[] word() throws IOException {
        try (InputStream file = HostileFilesTest.class.getResourceAsStream("nghi-dinh-28-2003.doc")) {
            return java.util.Objects.requireNonNull(file).readAllBytes();
        }
    }

    private static byte[] odt() throws IOException {
        String content = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
                + "<text:list><text:list-item><text:p>Điều 1</text:p></text:list-item></text:list>".repeat(20)
                + "</office:text></office:body></office:document-content>";
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            byte[] type = "application/vnd.oasis.opendocument.text".getBytes(UTF_8);
            var crc = new java.util.zip.CRC32();
            crc.update(type);
            var entry = new ZipEntry("mimetype");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(type.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(type);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(content.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Some bytes changed, a stretch doubled or cut out, or the end missing. */
    private static byte[] mutated(byte[] seed, Random random) {
        byte[] mutated = seed.clone();
        switch (random.nextInt(4)) {
            case 0 -> mutated = java.util.Arrays.copyOf(seed, 1 + random.nextInt(seed.length));
            case 1 -> {
                int from = random.nextInt(seed.length);
                int to = Math.min(seed.length, from + 1 + random.nextInt(200));
                var out = new ByteArrayOutputStream();
                out.write(seed, 0, to);
                out.write(seed, from, to - from);
                out.write(seed, to, seed.length - to);
                mutated = out.toByteArray();
            }
            default -> {
                for (int i = 0; i < 1 + random.nextInt(20); i++) {
                    mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
                }
            }
        }
        return mutated;
    }
}
